"""clusters.py VECTORS.vec OUT.tsv [words] [seed]: k-means clusters of word vectors at four sizes.

Vectors are brought to length one, so that k-means groups by angle. Centres are found on the most frequent words (rare
words' vectors are noisy) and every word is then given its nearest centre. Output: word TAB id TAB id TAB id TAB id,
ids from 1. Seeded; needs numpy (Debian: python3-numpy).
"""
import sys
import time

import numpy as np

SIZES = [64, 256, 1024, 3072]
FREQUENT = 40_000
ROUNDS = 12


def read(path, limit):
    words, rows = [], []
    with open(path, encoding='utf-8') as lines:
        next(lines)
        for line in lines:
            word, *values = line.rstrip().split(' ')
            if word == '</s>':
                continue
            words.append(word)
            rows.append(np.array(values, np.float32))
            if len(words) == limit:
                break
    vectors = np.stack(rows)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return words, vectors


def nearest(vectors, centres):
    out = np.empty(len(vectors), np.int64)
    for start in range(0, len(vectors), 8192):
        out[start:start + 8192] = np.argmax(vectors[start:start + 8192] @ centres.T, axis=1)
    return out


def k_means(vectors, size, random):
    centres = vectors[random.choice(len(vectors), size, replace=False)].copy()
    for _ in range(ROUNDS):
        owner = nearest(vectors, centres)
        order = np.argsort(owner, kind='stable')
        starts = np.searchsorted(owner[order], np.arange(size))
        sums = np.add.reduceat(vectors[order], np.minimum(starts, len(order) - 1), axis=0)
        counts = np.bincount(owner, minlength=size)
        empty = counts == 0
        sums[empty] = vectors[random.choice(len(vectors), int(empty.sum()))]
        centres = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return centres


def main():
    vectors_path, out_path = sys.argv[1:3]
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 120_000
    random = np.random.default_rng(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    begun = time.time()
    words, vectors = read(vectors_path, limit)
    print(f'{len(words)} vectors read, {time.time() - begun:.0f} s', file=sys.stderr)
    columns = []
    for size in SIZES:
        centres = k_means(vectors[:FREQUENT], size, random)
        columns.append(nearest(vectors, centres) + 1)
        print(f'{size} clusters, {time.time() - begun:.0f} s', file=sys.stderr)
    with open(out_path, 'w', encoding='utf-8') as out:
        for i, word in enumerate(words):
            out.write('\t'.join([word, *(str(column[i]) for column in columns)]) + '\n')


if __name__ == '__main__':
    main()
