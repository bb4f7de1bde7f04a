import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../../server/src/analysis/analyzer';
import { ModelError, readModel } from '../../../server/src/analysis/entities/model-file';
import { loadModelFile } from '../../../server/src/model-file';

const bytes = readFileSync(join(__dirname, '../../../models/ner.bin'));
const damaged = (change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  change(copy);
  return copy;
};

describe('entities/model-file', () => {
  it('reads the shipped model, which is small', () => {
    const model = readModel(bytes);
    assert.ok(model.words.size + model.context.size > 10_000);
    assert.ok(bytes.length <= 6_000_000, `${bytes.length} bytes`);
    assert.match(model.info.name, /^news-/);
  });

  it('reads bytes that do not start at the beginning of their buffer', () => {
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    assert.equal(readModel(moved.subarray(3)).info.name, readModel(bytes).info.name);
  });

  it('tells what is wrong with a damaged file', () => {
    assert.throws(() => readModel(new Uint8Array(7)), { name: 'ModelError', message: /too short/ });
    assert.throws(() => readModel(damaged((b) => b.set([1], 0))), { name: 'ModelError', message: /not a model/ });
    assert.throws(() => readModel(damaged((b) => b.set([99], 4))), { name: 'ModelError', message: /format 99/ });
    assert.throws(() => readModel(bytes.subarray(0, 1_000_000)), { name: 'ModelError', message: /1000000 bytes/ });
    for (const place of [20, 5_000, bytes.length >> 1, bytes.length - 1])
      assert.throws(() => readModel(damaged((b) => (b[place]! ^= 4))), { name: 'ModelError', message: /checksum/ });
  });

  it('falls back to rules, with a warning, when the model is damaged', () => {
    const analysis = createAnalyzer({ model: damaged((b) => (b[900]! ^= 1)) }).analyze('وصل إلى بيروت');
    assert.deepEqual(
      analysis.entities.map((entity) => entity.text),
      ['بيروت'],
    );
    assert.equal(analysis.warnings[0]?.code, 'model');
    assert.match(analysis.warnings[0].message, /checksum/);
  });

  it('is not thrown off by a shell that finds no file', () => {
    const file = loadModelFile(['/nowhere/ner.bin']);
    assert.equal(file.model, undefined);
    assert.match(file.modelProblem ?? '', /ENOENT/);
    assert.equal(createAnalyzer(file).analyze('في بيروت').warnings.length, 1);
    assert.ok(new ModelError('x') instanceof Error);
  });
});
