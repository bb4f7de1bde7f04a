"""From an article to arrays: word ids, scalar and gazetteer features, groups of repeated words, segments."""
from common import *

SEGMENT = 100
COMMON = 3000  # forms more frequent than this are no names worth a memory
LISTS = [
    ('gazetteers/cldr_territories_ar.tsv', 0, lambda r: 'country'),
    ('gazetteers/countries_i18n_iso_ar.tsv', 0, lambda r: 'country'),
    ('gazetteers/countries_mledoze_ar.tsv', 0, lambda r: 'country'),
    ('gazetteers/states_csc_native_ar.tsv', 0, lambda r: 'state'),
    ('gazetteers/places_csc_ar.tsv', 0, lambda r: 'place'),
    ('gazetteers/faker_ar.tsv', 0, lambda r: 'person'),
    ('gazetteers/person_names_ar.tsv', 0, lambda r: 'person'),
    ('gazetteers/ne_lexicon_hkiri.tsv', 0, lambda r: 'lex' + r[1] if len(r) > 1 and r[1] in ('PER', 'LOC', 'ORG') else None),
]
KINDS = ['country', 'state', 'place', 'person', 'lexPER', 'lexLOC', 'lexORG', 'wikiPER', 'wikiLOC', 'wikiORG', 'wikiMISC']
SCALARS = 16
FEATURES = SCALARS + 2 * len(KINDS)


def loose(word):
    return word.translate(LOOSE)


class Gazetteer:
    """Multi-word look-up of folded names; the first word may carry proclitics."""

    def __init__(self, data):
        self.names = {}
        self.longest = 6
        for path, column, kind in LISTS:
            with open(os.path.join(data, path), encoding='utf-8') as f:
                next(f)
                for line in f:
                    row = line.rstrip('\n').split('\t')
                    k = kind(row)
                    if k:
                        self.add(row[column], KINDS.index(k))
        self.add_conll(os.path.join(data, 'ner/wikifane.conll.gz'))

    def add(self, name, kind):
        words = tuple(loose(t[2]) for t in tokenize(name))
        if 0 < len(words) <= self.longest and len(''.join(words)) > 2:
            self.names[words] = self.names.get(words, 0) | (1 << kind)

    def add_conll(self, path):
        name, kind = [], None
        with gzip.open(path, 'rt', encoding='utf-8') as f:
            for line in f:
                parts = line.split()
                tag = parts[-1] if len(parts) > 1 else 'O'
                if tag.startswith('I-') and name:
                    name.append(parts[0])
                    continue
                if name:
                    self.add(' '.join(name), kind)
                    name = []
                ty = tag[2:]
                if tag.startswith('B-') and 'wiki' + ty in KINDS:
                    name, kind = [parts[0]], KINDS.index('wiki' + ty)

    def mark(self, forms, strips, out):
        """Sets B and I flags of the longest match per kind at each place."""
        w = [loose(f) for f in forms]
        n = len(w)
        for i in range(n):
            if forms[i] == NEWLINE:
                continue
            for first in {w[i], loose(strips[i])}:
                done = 0
                for m in range(min(self.longest, n - i), 0, -1):
                    kinds = self.names.get((first, *w[i + 1:i + m]), 0) & ~done
                    if not kinds:
                        continue
                    done |= kinds
                    for k in range(len(KINDS)):
                        if kinds >> k & 1:
                            out[i, 2 * k] = 1
                            out[i + 1:i + m, 2 * k + 1] = 1


class Encoder:
    def __init__(self, vocab, gazetteer):
        self.vocab, self.gazetteer = vocab, gazetteer
        self.cache = {}

    def word(self, form):
        hit = self.cache.get(form)
        if hit is None:
            v = self.vocab
            k, rest, c = v.best_strip(form)
            n = v.count.get(form, 0)
            allowed = 1
            for ch in form[:min(3, len(form) - 1)]:
                if ch not in PROCLITICS:
                    break
                allowed += 1
            scalar = np.zeros(SCALARS, np.float32)
            scalar[0] = np.log1p(n) / 10
            scalar[1] = np.log1p(c) / 10
            scalar[2] = np.clip((np.log1p(c) - np.log1p(n)) / 10, -1, 1) if k else -1
            scalar[3 + k] = 1
            scalar[6] = form == NEWLINE
            scalar[7] = form == '0'
            scalar[8] = form[0].isascii() and form[0].isalpha()
            scalar[9] = not form[0].isalnum()
            scalar[10] = min(len(form), 12) / 10
            scalar[11] = form in '«“"”»'
            hit = self.cache[form] = (v.index.get(form, -1), v.index.get(rest, -1) if k else -1, allowed, scalar, rest if k else form, c, n)
        return hit

    def article(self, text, tokens=None, drop=()):
        """Arrays of one article; tokens inside `drop` ranges are left out."""
        tokens = tokens if tokens is not None else tokenize(text)
        if drop:
            tokens = [t for t in tokens if not any(a <= t[0] < b for a, b in drop)]
        forms = [t[2] for t in tokens]
        n = len(forms)
        info = [self.word(f) for f in forms]
        feats = np.zeros((n, FEATURES), np.float32)
        present = set(forms)
        keys, groups = {}, np.full(n, -1, np.int64)
        line = 0
        for i, (f, x) in enumerate(zip(forms, info)):
            feats[i, :SCALARS] = x[3]
            feats[i, 12] = line == 0
            feats[i, 13] = i == 0 or forms[i - 1] == NEWLINE
            line += f == NEWLINE
            rest, c, cnt = x[4], x[5], x[6]
            if f[0].isalpha() and min(cnt, 10 ** 9) < COMMON * 20 and len(f) > 1:
                key = rest if rest != f and (rest in present or c > 2 * cnt) else f
                if self.vocab.count.get(key, 0) < COMMON * 20:
                    groups[i] = keys.setdefault(key, len(keys))
        sizes = np.bincount(groups[groups >= 0], minlength=len(keys)) if n else np.zeros(0)
        member = groups >= 0
        feats[member, 14] = np.log1p(sizes[groups[member]] - 1) / 2
        self.gazetteer.mark(forms, [x[4] for x in info], feats[:, SCALARS:])
        return {
            'tokens': tokens, 'forms': forms, 'ids': np.array([x[0] for x in info], np.int64), 'strip': np.array([x[1] for x in info], np.int64),
            'allowed': np.array([x[2] for x in info], np.int64), 'feats': feats.astype(np.float16), 'groups': groups, 'segments': segments(forms),
        }


def segments(forms):
    """[(start, end)] of at most SEGMENT tokens, cut at a line break or a full stop where there is one."""
    out, start, n = [], 0, len(forms)
    while start < n:
        end = min(start + SEGMENT, n)
        if end < n:
            best = 0
            for i in range(end - 1, start + SEGMENT // 2, -1):
                rank = 2 if forms[i] == NEWLINE else 1 if forms[i] in '.؟!' else 0
                if rank > best:
                    best, end = rank, i + 1
                if best == 2:
                    break
        out.append((start, end))
        start = end
    return out
