"""pretrain.py TEXT VOCAB OUT.pt [--minutes 25]: the first BiLSTM learns to guess a word from the words on both sides of it."""
import argparse

import torch
import torch.nn as nn
import torch.nn.functional as F

from common import *
from model import H1

STEP, ROWS, NEGATIVES = 80, 40, 4000


def stream(path, vocab, seed):
    """All words of the corpus as one array of ids (-1 between lines), lines in random order."""
    with open(path, encoding='utf-8') as f:
        lines = f.readlines()
    np.random.default_rng(seed).shuffle(lines)
    get = vocab.index.get
    out = np.full(sum(len(x.split()) + 1 for x in lines), -1, np.int32)
    n = 0
    for x in lines:
        for w in x.split():
            out[n] = get(w, -1)
            n += 1
        n += 1
    return out[:n]


def main():
    p = argparse.ArgumentParser()
    p.add_argument('text'), p.add_argument('vocab'), p.add_argument('out')
    p.add_argument('--minutes', type=float, default=25)
    p.add_argument('--tokens', type=int, default=20_000_000)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--threads', type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    vocab = Vocab(a.vocab)
    table = np.array(vocab.vectors, np.float32)
    table /= table[:50000].std()
    table = torch.from_numpy(np.concatenate([table, np.zeros((1, 100), np.float32)]))
    last = len(vocab.words)
    counts = np.array([vocab.count[w] for w in vocab.words], np.float64)
    strips = np.full(last + 1, last, np.int64)
    for i, w in enumerate(vocab.words):
        k, rest, _ = vocab.best_strip(w)
        if k:
            strips[i] = vocab.index[rest]
    strips = torch.from_numpy(strips)
    prob = np.where(counts >= 5, counts, 0) ** 0.75
    prob /= prob.sum()
    cdf = np.cumsum(prob)
    logq = torch.from_numpy(np.log(np.maximum(prob, 1e-12) * NEGATIVES)).float()
    bias0 = torch.from_numpy(np.log(np.maximum(counts, 1) / counts.sum())).float()
    ids = stream(a.text, vocab, a.seed)
    ids[ids < 0] = last
    total = min(a.tokens, len(ids))
    print(len(ids), 'tokens', file=sys.stderr)
    lstm = nn.LSTM(200, H1, bidirectional=True, batch_first=True)
    ctx = nn.Sequential(nn.Linear(2 * H1, 256), nn.ReLU(), nn.Dropout(0.1), nn.Linear(256, 128))
    emb = nn.Linear(100, 128)
    gain = nn.Parameter(torch.ones(1))
    params = [*lstm.parameters(), *ctx.parameters(), *emb.parameters(), gain]
    opt = torch.optim.Adam(params, 2e-3)
    rng = np.random.default_rng(a.seed)
    show, t0 = Progress('pretrain', total), time.time()
    width = STEP * ROWS
    mean, lr0 = None, 2e-3
    for n in range(0, total - width, width):
        used = max(n / total, (time.time() - t0) / 60 / a.minutes)
        if used >= 1:
            break
        for g in opt.param_groups:
            g['lr'] = lr0 * min(1, (n / width + 1) / 200) * (1 - used)
        w = torch.from_numpy(ids[n:n + width].astype(np.int64)).view(ROWS, STEP)
        x = torch.cat([table[w], table[strips[w]]], 2)
        x = F.dropout(x * (torch.rand(ROWS, STEP, 1) > 0.05), 0.1)
        h, _ = lstm(x)
        c = ctx(torch.cat([h[:, :-2, :H1], h[:, 2:, H1:]], 2).reshape(-1, 2 * H1))
        target = w[:, 1:-1].reshape(-1)
        ok = (target != last)
        ok[ok.clone()] &= bias0[target[ok]] > bias0.min() + 1.5
        c, target = c[ok], target[ok]
        neg = torch.from_numpy(np.minimum(np.searchsorted(cdf, rng.random(NEGATIVES)), last - 1))
        pos = (c * emb(table[target])).sum(1) + gain * bias0[target] - logq[target]
        ln = c @ emb(table[neg]).t() + (gain * bias0[neg] - logq[neg])[None]
        ln = ln.masked_fill(neg[None] == target[:, None], -1e4)
        loss = F.cross_entropy(torch.cat([pos[:, None], ln], 1), torch.zeros(len(target), dtype=torch.long))
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(params, 5)
        opt.step()
        mean = loss.item() if mean is None else 0.99 * mean + 0.01 * loss.item()
        show.show(n + width, f'loss {mean:.3f}')
        if (n // width) % 500 == 499:
            torch.save(lstm.state_dict(), a.out)
    torch.save(lstm.state_dict(), a.out)
    print('\nfinal loss', mean, file=sys.stderr)


main()
