#!/bin/sh
# Rebuilds the shipped entity model from a data directory:  sh training/build.sh DATA WORK
# Needs node, and Debian's packages fasttext, python3 and python3-numpy. About ninety minutes on two cores, most of them for the vectors. Run it from
# the project's folder. Everything is seeded; word vectors are made by one thread, so that they come out the same.
set -eu
data=$1
work=$2
mkdir -p "$work" dist/training
for script in prepare-text train count-names evaluate; do
  npx esbuild "training/$script.ts" --bundle --platform=node --format=esm --outfile="dist/training/$script.mjs" --log-level=warning
done
run() { node --max-old-space-size=12000 "dist/training/$@"; }

echo '1/5 text and counts'
run prepare-text.mjs "$data" "$work"
echo '2/5 word vectors and clusters'
fasttext skipgram -input "$work/text.txt" -output "$work/vectors" -dim 100 -ws 4 -epoch 5 -minCount 4 -minn 2 -maxn 4 -bucket 500000 -thread 1
python3 training/clusters.py "$work/vectors.vec" "$work/clusters.tsv" 150000 1
echo '3/5 a first model, without names from unlabelled news'
run train.mjs "$data" "$work" "$work/first.bin" --folds 0 --no-names --no-lists
echo '4/5 names that it finds in unlabelled news'
run count-names.mjs "$data" "$work/first.bin" "$work"
echo '5/5 the model'
rm -f "$work"/pass-*.bin
run train.mjs "$data" "$work" models/ner.bin --rows 240000 --evidence-recall 1
run evaluate.mjs models/ner.bin "$data/ner/news-dev.jsonl.gz"
