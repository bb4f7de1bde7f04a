"""corpus.py DATA OUT.txt: the unlabelled news and the training articles as tokenised lines for fastText and for vocab.py."""
from common import *


def main():
    data, out = sys.argv[1:3]
    paths = sorted(glob.glob(f'{data}/text/*.jsonl.gz')) + [f'{data}/ner/news-train.jsonl.gz']
    seen, words = set(), 0
    show = Progress('corpus files', len(paths))
    with open(out, 'w', encoding='utf-8') as f:
        for n, path in enumerate(paths):
            for r in read_jsonl(path):
                key = r['text'][:200]
                if key in seen:
                    continue
                seen.add(key)
                for line in ((r.get('title') or '') + '\n' + r['text']).split('\n'):
                    forms = [t[2] for t in tokenize(line)]
                    if len(forms) > 2:
                        f.write(' '.join(forms) + '\n')
                        words += len(forms)
            show.show(n + 1, f'{words} words')


main()
