"""evaluate.py DATA VOCAB MODEL.pt ...: strict span and type F1 on news-dev of one teacher or the mean of several."""
import collections
import sys

import torch

from common import *
from model import Teacher, batch, decode, pad_emit, span_probability


@torch.no_grad()
def label(models, docs, vocab, scale, probabilities=False):
    """Yields per article the found spans (start, end, type, probability) in code points."""
    for m in models:
        m.eval()
    weights = [torch.stack(x).mean(0) for x in zip(*[m.crf.weights() for m in models])]
    plain = [w.numpy() for w in weights]
    b = batch(docs, vocab, scale)
    outs = [m(b) for m in models]
    emit = torch.stack([o[0] for o in outs]).mean(0)
    clitic = torch.stack([o[1] for o in outs]).mean(0).argmax(1).numpy()
    padded = pad_emit(emit, b)
    path, *scores = decode(padded, b['lengths'], weights)
    flat = b['pad'].numpy()
    padded = padded.numpy()
    tags = np.zeros(b['n'] + 1, np.int64)
    tags[flat.reshape(-1)] = path.reshape(-1)
    where = np.zeros((b['n'] + 1, 2), np.int64)
    rows, cols = np.nonzero(flat < b['n'])
    where[flat[rows, cols]] = np.stack([rows, cols], 1)
    base = 0
    for d in docs:
        n = len(d['tokens'])
        spans = spans_of(d['text'], d['tokens'], tags[base:base + n], clitic[base:base + n])
        out = []
        for s, e, ty, i, j in spans:
            p = None
            if probabilities:
                seg, c = where[base + i]
                seg2, c2 = where[base + j]
                if seg2 != seg:
                    c2 = int(b['lengths'][seg]) - 1
                p = span_probability(seg, c, c2, path[seg], padded, scores, plain, int(b['lengths'][seg]))
            out.append((s, e, ty, p))
        base += n
        yield out


def evaluate(models, docs, vocab, scale):
    """F1 (precision/recall) in all and by type, as one line."""
    tp, fp, fn = collections.Counter(), collections.Counter(), collections.Counter()
    for k in range(0, len(docs), 8):
        part = docs[k:k + 8]
        for d, found in zip(part, label(models, part, vocab, scale)):
            u = to_utf16(d['text'])
            got = {((int(u[s]), int(u[e])) if u is not None else (s, e)) + (ty,) for s, e, ty, _ in found}
            gold = set(d['gold'])
            for name, bag, counter in (('tp', got & gold, tp), ('fp', got - gold, fp), ('fn', gold - got, fn)):
                for x in bag:
                    counter[x[2]] += 1
                    counter['all'] += 1
    out = []
    for ty in ['all', *TYPES]:
        p = tp[ty] / max(1, tp[ty] + fp[ty])
        r = tp[ty] / max(1, tp[ty] + fn[ty])
        out.append(f'{ty} {200 * p * r / max(1e-9, p + r):.1f} ({100 * p:.1f}/{100 * r:.1f})')
    return '  '.join(out)


def load_models(paths):
    models = []
    for path in paths:
        m = Teacher()
        m.load_state_dict(torch.load(path))
        models.append(m)
    return models


if __name__ == '__main__':
    torch.set_num_threads(1)
    from features import Encoder, Gazetteer
    from train import load
    vocab = Vocab(sys.argv[2])
    scale = 1 / float(vocab.vectors[:50000].astype(np.float32).std())
    encoder = Encoder(vocab, Gazetteer(sys.argv[1]))
    dev = load(f'{sys.argv[1]}/ner/news-dev.jsonl.gz', encoder, f'{sys.argv[2]}/dev.pickle')
    print(evaluate(load_models(sys.argv[3:]), dev, vocab, scale))
