"""train.py DATA VOCAB OUT.pt [--seed 1] [--epochs 10] [--fold i/n]: trains one teacher."""
import argparse
import pickle

import torch
import torch.nn as nn
import torch.nn.functional as F

from common import *
from evaluate import evaluate
from features import Encoder, Gazetteer
from model import Teacher, batch, pad_emit


def load(name, encoder, cache):
    """Encoded articles with tags; cached because the look-ups take a minute."""
    if cache and os.path.exists(cache):
        with open(cache, 'rb') as f:
            return pickle.load(f)
    docs = []
    records = read_jsonl(name)
    show = Progress('encode', len(records))
    for i, r in enumerate(records):
        u = to_utf16(r['text'])
        d = encoder.article(r['text'], drop=ignored(r, u))
        d['tags'], d['clitic'], _ = align(r['text'], d['tokens'], [e[:3] for e in r['entities']], u)
        d['text'] = r['text']
        d['gold'] = [tuple(e[:3]) for e in r['entities']]
        d['source'] = r['source']
        if len(d['tokens']):
            repair(d)
            docs.append(d)
        show.show(i + 1)
    if cache:
        with open(cache, 'wb') as f:
            pickle.dump(docs, f)
    return docs


def repair(d):
    """A span cut by a segment's edge starts anew there: the CRF gives no score to an I tag without its B."""
    for s, e in d['segments']:
        prev = 0
        for i in range(s, e):
            t = d['tags'][i]
            if t and t % 2 == 0 and prev not in (t, t - 1):
                d['tags'][i] = t - 1
                d['clitic'][i] = 0
            prev = d['tags'][i]


def ignored(r, u):
    if u is None:
        return r.get('ignore', ())
    back = {int(x): i for i, x in enumerate(u)}
    return [(back[a], back[b]) for a, b in r.get('ignore', ())]


def batches(docs, size, rng):
    order = rng.permutation(len(docs))
    out, n = [], 0
    for i in order:
        out.append(docs[i])
        n += len(docs[i]['tokens'])
        if n >= size:
            yield out
            out, n = [], 0
    if out:
        yield out


def main():
    p = argparse.ArgumentParser()
    p.add_argument('data'), p.add_argument('vocab'), p.add_argument('out')
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--epochs', type=int, default=10)
    p.add_argument('--stop', type=int, default=0, help='leave off after this many epochs; the rate still falls as if all were run')
    p.add_argument('--start', help='a teacher to go on from')
    p.add_argument('--fold')
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--size', type=int, default=2000)
    p.add_argument('--lr', type=float, default=1.5e-3)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    vocab = Vocab(a.vocab)
    vocab.vectors = np.array(vocab.vectors)
    scale = 1 / float(vocab.vectors[:50000].astype(np.float32).std())
    encoder = Encoder(vocab, Gazetteer(a.data))
    train = load(f'{a.data}/ner/news-train.jsonl.gz', encoder, f'{a.vocab}/train.pickle')
    dev = load(f'{a.data}/ner/news-dev.jsonl.gz', encoder, f'{a.vocab}/dev.pickle')
    if a.fold:
        k, n = map(int, a.fold.split('/'))
        train = [d for i, d in enumerate(train) if i % n != k]
    total = sum(len(d['tokens']) for d in train)
    model = Teacher()
    print('parameters', sum(x.numel() for x in model.parameters()), 'tokens', total, file=sys.stderr)
    if a.start:
        model.load_state_dict(torch.load(a.start))
    opt = torch.optim.AdamW(model.parameters(), a.lr, weight_decay=1e-4)
    step, steps = 0, a.epochs * (total / a.size)
    show = Progress('train', a.epochs * total)
    done, mean = 0, None
    for epoch in range(a.epochs):
        model.train()
        for docs in batches(train, a.size, rng):
            step += 1
            rate = min(1, step / 200) * 0.5 * (1 + np.cos(np.pi * min(1, step / steps))) + 0.005
            for g in opt.param_groups:
                g['lr'] = a.lr * rate
            b = batch(docs, vocab, scale)
            emit, clitic = model(b)
            tags = F.pad(b['tags'], (0, 1))[b['pad']]
            loss = model.crf.loss(pad_emit(emit, b), tags, b['lengths'])
            begin = b['clitic'] >= 0
            if begin.any():
                target = torch.minimum(b['clitic'][begin], b['allowed'][begin] - 1)
                loss = loss + 0.05 * F.cross_entropy(clitic[begin], target)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            done += b['n']
            mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
            show.show(done, f'epoch {epoch + 1} loss {mean:.4f}')
        torch.save(model.state_dict(), a.out)
        last = epoch + 1 == (a.stop or a.epochs)
        if epoch % 2 == 1 or last:
            print('\nepoch', epoch + 1, f'{mean:.4f}', evaluate([model], dev, vocab, scale), flush=True)
        if last:
            break


if __name__ == '__main__':
    main()
