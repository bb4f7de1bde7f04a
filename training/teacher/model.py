"""The teacher: fastText input, two BiLSTM layers with a document memory between them, a CRF and a proclitic head."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from common import *
from features import FEATURES, SCALARS

H1, H2, CHAR, MEM = 256, 160, 64, 96
N = len(TAGS)


def char_table(words):
    """Character ids of words (at most 14 letters: the first 9 and the last 5)."""
    out = np.zeros((len(words), 16), np.int64)
    for i, w in enumerate(words):
        w = w if len(w) <= 14 else w[:9] + w[-5:]
        ids = [1] + [char_id(c) for c in w] + [2]
        out[i, :len(ids)] = ids
    return out


def char_id(c):
    o = ord(c)
    if 0x620 <= o <= 0x6FF:
        return 3 + o - 0x620
    return 228 + (o if o < 128 else 0)


class CRF(nn.Module):
    def __init__(self):
        super().__init__()
        self.trans = nn.Parameter(torch.zeros(N, N))
        self.start = nn.Parameter(torch.zeros(N))
        self.end = nn.Parameter(torch.zeros(N))
        ban = torch.zeros(N, N)
        for j, t in enumerate(TAGS):
            if t[0] == 'I':
                for i, u in enumerate(TAGS):
                    if u[1:] != t[1:]:
                        ban[i, j] = -1e4
        self.register_buffer('ban', ban)
        self.register_buffer('ban0', torch.tensor([-1e4 if t[0] == 'I' else 0.0 for t in TAGS]))

    def weights(self):
        return self.trans + self.ban, self.start + self.ban0, self.end

    def loss(self, emit, tags, lengths):
        """Mean negative log-likelihood per token; emit [B,T,N], tags [B,T]."""
        tr, st, en = self.weights()
        b, t, _ = emit.shape
        mask = torch.arange(t)[None, :] < lengths[:, None]
        rows = torch.arange(b)
        gold = (emit.gather(2, tags[:, :, None])[:, :, 0] * mask).sum(1) + st[tags[:, 0]] + en[tags[rows, lengths - 1]]
        gold = gold + (tr[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
        a = st + emit[:, 0]
        steps = emit.unbind(1)
        for i in range(1, t):
            nxt = torch.logsumexp(a[:, :, None] + tr, 1) + steps[i]
            a = torch.where(mask[:, i, None], nxt, a)
        return (torch.logsumexp(a + en, 1) - gold).sum() / lengths.sum()


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm1 = nn.LSTM(200, H1, bidirectional=True, batch_first=True)
        self.chars = nn.Embedding(360, 32, padding_idx=0)
        self.conv = nn.Conv1d(32, CHAR, 3, padding=1)
        self.mem = nn.Linear(2 * H1, MEM)
        self.down = nn.Linear(2 * H1 + 200 + CHAR + FEATURES + MEM, 2 * H2)
        self.lstm2 = nn.LSTM(2 * H2, H2, bidirectional=True, batch_first=True)
        self.hidden = nn.Linear(2 * H2 + 2 * H2, 128)
        self.emit = nn.Linear(128, N)
        self.clitic = nn.Linear(2 * H2 + CHAR + SCALARS, 4)
        self.crf = CRF()

    def drop(self, x, p):
        """Dropout with one mask per column of a flat token list's features (cheap, as strong as a locked mask per batch)."""
        return F.dropout(x, p, self.training)

    def forward(self, b):
        x0 = torch.cat([b['v'], b['s']], 1)
        if self.training:
            keep = (torch.rand(len(x0), 1) > 0.05).float()
            x0 = x0 * keep
        x0 = self.drop(x0, 0.25)
        h1 = run(self.lstm1, x0, b)
        ch = F.relu(self.conv(self.chars(b['chars']).transpose(1, 2))).max(2)[0][b['char_of']]
        m = torch.tanh(self.mem(self.drop(h1, 0.3)))
        g = b['groups']
        zero = torch.zeros(b['ngroups'] + 1, MEM)
        total = zero.index_add(0, g, m)[g]
        others = (b['size'] - 1).clamp(min=0)[:, None]
        memory = (total - m) / others.clamp(min=1) * (others > 0)
        feats = b['feats']
        if self.training:
            keep = (torch.rand(len(feats), 1) > 0.15).float()
            feats = torch.cat([feats[:, :SCALARS], feats[:, SCALARS:] * keep], 1)
        z = torch.cat([self.drop(h1, 0.4), x0, self.drop(ch, 0.3), feats, self.drop(memory, 0.3)], 1)
        z = torch.tanh(self.down(z))
        h2 = run(self.lstm2, self.drop(z, 0.3), b)
        out = torch.cat([self.drop(h2, 0.4), self.drop(z, 0.4)], 1)
        emit = self.emit(F.relu(self.hidden(out)))
        clitic = self.clitic(torch.cat([self.drop(h2, 0.3), ch, feats[:, :SCALARS]], 1))
        ban = torch.arange(4)[None, :] >= b['allowed'][:, None]
        return emit, clitic.masked_fill(ban, -1e4)


def run(lstm, flat, b):
    """A BiLSTM over the batch's segments, flat list of tokens in and out."""
    padded = F.pad(flat, (0, 0, 0, 1))[b['pad']]
    packed = pack_padded_sequence(padded, b['lengths'], batch_first=True, enforce_sorted=False)
    out, _ = pad_packed_sequence(lstm(packed)[0], batch_first=True)
    return out.reshape(-1, out.shape[2])[b['unpad']]


def batch(docs, vocab, scale):
    """Tensors of several encoded articles."""
    ids = np.concatenate([d['ids'] for d in docs])
    strip = np.concatenate([d['strip'] for d in docs])
    n = len(ids)

    def vectors(idx):
        out = vocab.vectors[np.maximum(idx, 0)].astype(np.float32) * scale
        out[idx < 0] = 0
        return torch.from_numpy(out)

    segs, groups, base, gbase = [], [], 0, 0
    for d in docs:
        segs += [(s + base, e + base) for s, e in d['segments']]
        g = d['groups']
        groups.append(np.where(g >= 0, g + gbase, -1))
        gbase += int(g.max(initial=-1)) + 1
        base += len(g)
    groups = np.concatenate(groups)
    groups[groups < 0] = gbase
    size = np.bincount(groups, minlength=gbase + 1)
    size[gbase] = 0
    t = max(e - s for s, e in segs)
    pad = np.full((len(segs), t), n, np.int64)
    for i, (s, e) in enumerate(segs):
        pad[i, :e - s] = np.arange(s, e)
    flat = pad.reshape(-1)
    unpad = np.zeros(n, np.int64)
    unpad[flat[flat < n]] = np.nonzero(flat < n)[0]
    forms = [f for d in docs for f in d['forms']]
    unique = {}
    char_of = np.array([unique.setdefault(f, len(unique)) for f in forms])
    out = {
        'v': vectors(ids), 's': vectors(strip), 'chars': torch.from_numpy(char_table(list(unique))), 'char_of': torch.from_numpy(char_of),
        'feats': torch.from_numpy(np.concatenate([d['feats'] for d in docs]).astype(np.float32)), 'allowed': torch.from_numpy(np.concatenate([d['allowed'] for d in docs])),
        'groups': torch.from_numpy(groups), 'ngroups': gbase, 'size': torch.from_numpy(size[groups].astype(np.float32)),
        'pad': torch.from_numpy(pad), 'unpad': torch.from_numpy(unpad), 'lengths': torch.tensor([e - s for s, e in segs]), 'n': n,
    }
    if 'tags' in docs[0]:
        out['tags'] = torch.from_numpy(np.concatenate([d['tags'] for d in docs]))
        out['clitic'] = torch.from_numpy(np.concatenate([d['clitic'] for d in docs]))
    return out


def pad_emit(emit, b):
    return F.pad(emit, (0, 0, 0, 1))[b['pad']]


# ---- decoding (emissions may be the mean of several models) ----

@torch.no_grad()
def decode(emit, lengths, weights):
    """Best tags per segment and, for span probabilities, forward and backward scores."""
    tr, st, en = weights
    b, t, _ = emit.shape
    mask = torch.arange(t)[None, :] < lengths[:, None]
    v, a = st + emit[:, 0], st + emit[:, 0]
    back, alphas = [], [a]
    for i in range(1, t):
        best, arg = (v[:, :, None] + tr).max(1)
        back.append(arg)
        v = torch.where(mask[:, i, None], best + emit[:, i], v)
        a = torch.where(mask[:, i, None], torch.logsumexp(a[:, :, None] + tr, 1) + emit[:, i], a)
        alphas.append(a)
    z = torch.logsumexp(a + en, 1)
    beta = en.expand(b, N)
    betas = [beta]
    for i in range(t - 1, 0, -1):
        nxt = torch.logsumexp(tr[None] + (emit[:, i] + beta)[:, None, :], 2)
        beta = torch.where(mask[:, i, None], nxt, beta)
        betas.append(beta)
    betas.reverse()
    tag = (v + en).argmax(1)
    path = np.zeros((b, t), np.int64)
    rows = torch.arange(b)
    for i in range(t - 1, -1, -1):
        path[:, i] = tag.numpy()
        if i:
            tag = torch.where(mask[:, i], back[i - 1][rows, tag], tag)
    return path, torch.stack(alphas, 1).numpy(), torch.stack(betas, 1).numpy(), z.numpy()


def span_probability(seg, i, j, tags, emit, scores, weights, length):
    """Probability that exactly tokens i..j of a segment are one span of this type."""
    alphas, betas, z = scores
    tr, _, en = weights
    p = alphas[seg, i, tags[i]]
    for k in range(i + 1, j + 1):
        p += tr[tags[k - 1], tags[k]] + emit[seg, k, tags[k]]
    if j + 1 < length:
        nxt = tr[tags[j]] + emit[seg, j + 1] + betas[seg, j + 1]
        keep = np.array([t[0] != 'I' for t in TAGS])
        top = nxt[keep].max()
        p += top + np.log(np.exp(nxt[keep] - top).sum())
    else:
        p += en[tags[j]]
    return float(np.exp(min(0.0, p - z[seg])))
