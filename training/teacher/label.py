"""label.py DATA VOCAB OUT_PREFIX MODEL.pt ...: silver labels for unlabelled news, in the format of news-train with a probability per entity.

Writes OUT_PREFIX-partN.jsonl.gz one after the other (each is complete once its file has its final name).
"""
import argparse

import torch

from common import *
from evaluate import label, load_models
from features import Encoder, Gazetteer

# Words to take per file: the cleanest and most varied sources most, the line-less Khaleej set least.
QUOTA = {
    'ant_multisource_2018': 3_000_000, 'osac_bbc_cnn_2009': 900_000, 'hespress_jazeera_maghreb': 1_100_000, 'ant_jawharafm_tunisia': 400_000,
    'khaleej_sanad_uae': 500_000, 'ahdath_info_morocco': 200_000, 'cnn_aljazeera_2024': 300_000,
}


RUN = 40  # letters in a fingerprint: long enough that two articles share one only where one copies the other


def letters(text):
    return ''.join(c for c in text if c.isalpha())


def fingerprints(text):
    """Every run of RUN letters of an annotated article, hashed: survives another headline, menu or punctuation."""
    s = letters(text)
    return {hash(s[i:i + RUN]) for i in range(max(1, len(s) - RUN))}


def choose(data, seed):
    """Articles of all sources up to their quota, none of which occurs in the annotated sets, in random order."""
    known = set()
    for name in ('news-train', 'news-dev'):
        for r in read_jsonl(f'{data}/ner/{name}.jsonl.gz'):
            known |= fingerprints(r['text'])
    out, skipped, seen = [], 0, set()
    rng = np.random.default_rng(seed)
    for path in sorted(glob.glob(f'{data}/text/*.jsonl.gz')):
        rows = read_jsonl(path)
        rng.shuffle(rows)
        words, left = 0, QUOTA.get(os.path.basename(path).split('.')[0], 0)
        for r in rows:
            title, text = (r.get('title') or '').strip(), r['text'].strip()
            text = text if not title or text.startswith(title) else f'{title}\n{text}'
            n = len(text.split())
            if n < 40 or n > 3000:
                continue
            s = letters(text)
            mine = [hash(s[i:i + RUN]) for i in (60, 100, 200, 300, 600, 1000) if i + RUN <= len(s)]
            if any(h in known for h in mine):
                skipped += 1
                continue
            if mine and mine[0] in seen:
                continue
            seen.update(mine[:1])
            out.append({'source': r['source'], 'date': r.get('date', ''), 'text': text, 'words': n})
            words += n
            if words >= left:
                break
    rng.shuffle(out)
    print(len(out), 'articles', sum(r['words'] for r in out), 'words;', skipped, 'left out as annotated', file=sys.stderr)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument('data'), p.add_argument('vocab'), p.add_argument('out'), p.add_argument('models', nargs='+')
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--part', type=int, default=1_500_000)
    p.add_argument('--limit', type=int, default=7_000_000)
    p.add_argument('--skip', type=int, default=0, help='words to pass over at the start')
    p.add_argument('--threads', type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    vocab = Vocab(a.vocab)
    vocab.vectors = np.array(vocab.vectors)
    scale = 1 / float(vocab.vectors[:50000].astype(np.float32).std())
    encoder = Encoder(vocab, Gazetteer(a.data))
    models = load_models(a.models)
    rows = choose(a.data, a.seed)
    total = min(a.limit, sum(r['words'] for r in rows))
    show, done, part, in_part = Progress('label words', total), 0, 1, 0
    out = None
    pending, size = [], 0

    def flush():
        for d, found in zip(pending, label(models, pending, vocab, scale, True)):
            u = to_utf16(d['text'])
            ents = [[int(u[s]) if u is not None else s, int(u[e]) if u is not None else e, ty, round(pr, 3)] for s, e, ty, pr in found]
            out.write(json.dumps({'source': d['source'], 'date': d['date'], 'text': d['text'], 'entities': ents}, ensure_ascii=False) + '\n')
        pending.clear()

    def close():
        out.close()
        os.rename(f'{a.out}-part{part}.tmp', f'{a.out}-part{part}.jsonl.gz')

    for r in rows:
        if done >= total:
            break
        done += r['words']
        if done <= a.skip:
            continue
        if out is None:
            out = gzip.open(f'{a.out}-part{part}.tmp', 'wt', encoding='utf-8')
        d = encoder.article(r['text'])
        if not d['tokens']:
            continue
        d.update(text=r['text'], source=r['source'], date=r['date'])
        pending.append(d)
        size += len(d['tokens'])
        in_part += r['words']
        if size >= 4000:
            flush()
            size = 0
            show.show(done)
        if in_part >= a.part:
            flush()
            close()
            out, part, in_part, size = None, part + 1, 0, 0
    if out is not None:
        if pending:
            flush()
        close()
    print('\ndone', done, file=sys.stderr)


if __name__ == '__main__':
    main()
