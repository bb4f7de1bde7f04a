import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createAnalyzer } from '../../../server/src/analysis/analyzer';
import { loadModelFile } from '../../../server/src/model-file';

interface Gold {
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const SAMPLES = join(__dirname, '../../../samples');
const GOLD = join(__dirname, '../../gold');
const analyzer = createAnalyzer(loadModelFile());

/** Strict hits over all samples: exact span and type. */
function tally(): { gold: number; found: number; right: number } {
  const sum = { gold: 0, found: 0, right: 0 };
  for (const file of readdirSync(GOLD).filter((name) => name.endsWith('.gold.json'))) {
    const id = basename(file, '.gold.json');
    const sample = readdirSync(SAMPLES).find((name) => name.startsWith(`${id}.`));
    assert.ok(sample, `${id} has a sample`);
    const gold = JSON.parse(readFileSync(join(GOLD, file), 'utf8')) as Gold;
    const wanted = new Set(gold.entities.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const { entities } = analyzer.analyze(readFileSync(join(SAMPLES, sample), 'utf8'));
    sum.gold += wanted.size;
    sum.found += entities.length;
    sum.right += entities.filter(({ start, end, type }) => wanted.has(`${start} ${end} ${type}`)).length;
  }
  return sum;
}

describe('entities: the samples', () => {
  it('finds the names marked by hand in articles written for this project', () => {
    const { gold, found, right } = tally();
    const precision = right / found;
    const recall = right / gold;
    const figures = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${gold}`;
    assert.ok(gold > 100, figures);
    assert.ok((2 * right) / (gold + found) >= 0.78, figures);
    assert.ok(Math.abs(precision - recall) < 0.1, figures);
  });
});
