"""Tokens, labels, gazetteer features and batches shared by the teacher's scripts.

Offsets: inside Python they are code points; `to_utf16` maps them to the UTF-16 units that the data files use.
"""
import glob
import gzip
import json
import os
import re
import sys
import time

import numpy as np

MARKS = '\u064b-\u065f\u0670\u0640\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff'
STRIP = re.compile(f'[{MARKS}]')
TOKEN = re.compile(rf'[^\W\d_](?:[^\W\d_]|[{MARKS}](?=[^\W\d_{MARKS}]|[\u064b-\u0652\u0640]))*[\u064b-\u0652\u0670]*|\d+(?:[.,٫]\d+)*|\n|[^\w\s{MARKS}]')
ALEF = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا'})
LOOSE = str.maketrans({'ة': 'ه', 'ى': 'ي', 'ؤ': 'و', 'ئ': 'ي'})
NEWLINE = '¶'
TYPES = ['PER', 'LOC', 'ORG', 'MISC']
TAGS = ['O'] + [f'{b}-{t}' for t in TYPES for b in 'BI']
TAG_ID = {t: i for i, t in enumerate(TAGS)}
PROCLITICS = set('وفبلكسأا')


def fold(word):
    """The form under which vectors and counts are kept: no marks, alef folded, numbers as 0."""
    word = STRIP.sub('', word).translate(ALEF)
    return '0' if word[:1].isdigit() else word


def tokenize(text):
    """[(start, end, folded form)] in code points; a line break is the token ¶."""
    out = []
    for m in TOKEN.finditer(text):
        raw = m.group()
        if raw == '\n':
            if out and out[-1][2] != NEWLINE:
                out.append((m.start(), m.end(), NEWLINE))
            continue
        form = fold(raw)
        if form:
            out.append((m.start(), m.end(), form))
    return out


def to_utf16(text):
    """Array that maps a code point index (0..len) to UTF-16 units; None where they are equal."""
    if all(ord(c) <= 0xFFFF for c in text):
        return None
    return np.cumsum([0] + [2 if ord(c) > 0xFFFF else 1 for c in text])


def prefix_letters(raw, length):
    """Number of base letters in the first `length` characters of a raw token (marks not counted)."""
    return len(STRIP.sub('', raw[:length]))


def prefix_chars(raw, letters):
    """Number of raw characters that the first `letters` base letters of a token take, marks included."""
    i = n = 0
    while i < len(raw) and n < letters:
        n += 0 if STRIP.match(raw[i]) else 1
        i += 1
    while i < len(raw) and STRIP.match(raw[i]):
        i += 1
    return i


def read_jsonl(path):
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def strip_candidates(word):
    """[(letters taken off, rest as a word of its own)] for the proclitics a word may begin with."""
    out = []
    for n in (1, 2):
        if len(word) - n < 2 or any(c not in 'وفبلكس' for c in word[:n]):
            break
        rest = word[n:]
        if word[n - 1] == 'ل' and rest[0] == 'ل' and len(rest) > 2:
            rest = 'ا' + rest
        out.append((n, rest))
    return out


class Vocab:
    """Every word form of the corpus with its count, vector and best clitic-stripped form."""

    def __init__(self, directory):
        with open(os.path.join(directory, 'words.txt'), encoding='utf-8') as f:
            pairs = [line.rstrip('\n').split('\t') for line in f]
        self.words = [p[0] for p in pairs]
        self.count = {p[0]: int(p[1]) for p in pairs}
        self.index = {w: i for i, w in enumerate(self.words)}
        self.vectors = np.load(os.path.join(directory, 'vectors.npy'), mmap_mode='r')

    def best_strip(self, word):
        best = (0, word, 0)
        for n, rest in strip_candidates(word):
            c = self.count.get(rest, 0)
            if c > best[2]:
                best = (n, rest, c)
        return best


class Progress:
    def __init__(self, what, total):
        self.what, self.total, self.t0, self.last = what, total, time.time(), 0.0

    def show(self, done, note=''):
        now = time.time()
        if now - self.last > 5 or done >= self.total:
            self.last = now
            rate = done / max(1e-9, now - self.t0)
            print(f'\r{self.what} {done}/{self.total} ({rate:.0f}/s, {now - self.t0:.0f} s) {note}   ', end='', file=sys.stderr, flush=True)
            if done >= self.total:
                print(file=sys.stderr)


# ---- gold labels ----

def align(text, tokens, entities, umap):
    """Tag ids and proclitic lengths per token for gold spans; also how many spans the tokens cannot express."""
    back = None
    if umap is not None:
        back = {int(u): i for i, u in enumerate(umap)}
    tags = np.zeros(len(tokens), np.int64)
    clitic = np.full(len(tokens), -1, np.int64)
    bad = 0
    starts = np.array([t[0] for t in tokens])
    ends = np.array([t[1] for t in tokens])
    for s, e, ty in entities:
        if back is not None:
            s, e = back[s], back[e]
        i = int(np.searchsorted(ends, s, 'right'))
        j = int(np.searchsorted(starts, e, 'left')) - 1
        if i >= len(tokens) or j < i:
            bad += 1
            continue
        k = prefix_letters(text[tokens[i][0]:tokens[i][1]], s - tokens[i][0]) if s > tokens[i][0] else 0
        if k > 3 or tags[i] or ends[j] != e:
            bad += 1
        tags[i] = TAG_ID['B-' + ty]
        clitic[i] = min(k, 3)
        tags[i + 1:j + 1] = TAG_ID['I-' + ty]
    return tags, clitic, bad


def spans_of(text, tokens, tags, clitic):
    """[(start, end, type, first token, last token)] in code points from decoded tags."""
    out = []
    i = 0
    n = len(tokens)
    while i < n:
        if tags[i] == 0 or tags[i] % 2 == 0:
            i += 1
            continue
        j = i + 1
        while j < n and tags[j] == tags[i] + 1:
            j += 1
        last = j - 1
        while tokens[last][2] == NEWLINE and last > i:
            last -= 1
        raw = text[tokens[i][0]:tokens[i][1]]
        s = tokens[i][0] + (prefix_chars(raw, int(clitic[i])) if clitic[i] else 0)
        if s < tokens[i][1]:
            out.append((s, tokens[last][1], TYPES[(tags[i] - 1) // 2], i, last))
        i = j
    return out
