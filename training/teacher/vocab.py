"""vocab.py TEXT VECTORS.bin OUT [extra.jsonl.gz ...]: word counts and fastText vectors (subword vectors for rare words)."""
import collections
import subprocess
import sys

from common import *


def main():
    text, model, out, extra = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    os.makedirs(out, exist_ok=True)
    count = collections.Counter()
    with open(text, encoding='utf-8') as f:
        for line in f:
            count.update(line.split())
    for path in extra:
        for r in read_jsonl(path):
            for _, _, w in tokenize(r['text']):
                count.setdefault(w, 0)
    count.pop(NEWLINE, None)
    words = [w for w, _ in count.most_common()]
    with open(os.path.join(out, 'words.txt'), 'w', encoding='utf-8') as f:
        f.writelines(f'{w}\t{count[w]}\n' for w in words)
    print(len(words), 'forms', file=sys.stderr)
    if model == '-':
        return
    vectors = np.zeros((len(words), 100), np.float16)
    with open(os.path.join(out, 'query.txt'), 'w', encoding='utf-8') as f:
        f.writelines(w + '\n' for w in words)
    run = subprocess.Popen(['fasttext', 'print-word-vectors', model], stdin=open(os.path.join(out, 'query.txt'), encoding='utf-8'), stdout=subprocess.PIPE, text=True)
    index = {w: i for i, w in enumerate(words)}
    show = Progress('vectors', len(words))
    for n, line in enumerate(run.stdout):
        w, *v = line.rstrip().split(' ')
        if len(v) == 100:
            vectors[index[w]] = np.array(v, np.float32)
        if n % 5000 == 0:
            show.show(n)
    np.save(os.path.join(out, 'vectors.npy'), vectors)


main()
