import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { AnalysisCancelled, createAnalyzer } from '../../server/src/analysis/analyzer';
import type { Analysis } from '../../server/src/analysis/model';
import { ParagraphCache } from '../../server/src/analysis/paragraph-cache';
import { anyText } from './arbitraries';

const resources = { model: readFileSync('models/ner.bin') };
const SAMPLE = readFileSync('samples/levantine-daily-water-network.khabar', 'utf8');

/** Pieces that hostile articles are made of. */
const PIECES = [
  'قال الوزير سامر الخطيب إن ',
  '«',
  '»',
  '"',
  '“',
  'أمس',
  ' 15 مارس 2023 ',
  '\n',
  '\r\n',
  '\ud800',
  '\u202e',
  '\u0000',
  'وأضاف: ',
  '[x](command:y)',
  '<b>',
  '👩‍👧',
  'مشيراً إلى أن ',
  'دمشق.',
  '    ',
  'ﻻ',
  '---\n',
];

function checkSpans(text: string, analysis: Analysis): void {
  const spans = [
    ...analysis.entities,
    ...analysis.dates,
    ...analysis.quotes,
    ...analysis.quotes.flatMap(({ cue, speaker }) => [cue, speaker]).filter((span) => span !== null),
  ];
  for (const span of spans) {
    assert.ok(span.start < span.end, 'an empty span');
    assert.equal(text.slice(span.start, span.end), span.text);
  }
  const actors = new Set(analysis.actors.map((actor) => actor.id));
  for (const { actor, type } of analysis.entities)
    if (type === 'MISC') assert.equal(actor, null);
    else assert.ok(actor !== null && actors.has(actor), 'a mention without its actor');
  for (const { speakerActor } of analysis.quotes) assert.ok(speakerActor === null || actors.has(speakerActor));
}

describe('the analyzer', () => {
  const kept = createAnalyzer(resources);

  it('finds names, dates, quotes and actors in a sample', () => {
    const analysis = kept.analyze(SAMPLE);
    checkSpans(SAMPLE, analysis);
    assert.ok(analysis.entities.length > 10 && analysis.dates.length > 5);
    assert.ok(analysis.quotes.some((quote) => quote.kind === 'direct' && quote.speakerActor !== null));
  });

  it('gives an edited article the analysis that it would have from scratch', () => {
    const lines = SAMPLE.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.constantFrom(...PIECES, ''), fc.boolean(), (at, piece, whole) => {
        const edited = lines.map((line, index) => (index !== at ? line : whole ? piece : line + piece)).join('\n');
        assert.deepEqual(kept.analyze(edited), createAnalyzer(resources).analyze(edited));
      }),
      { numRuns: 5 },
    );
  });

  it('gives exact spans for any text', () => {
    const text = fc.oneof(
      anyText(),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (article) => checkSpans(article, kept.analyze(article))),
      { numRuns: 150 },
    );
  });

  it('stops when it is told to', () => {
    assert.throws(() => kept.analyze(SAMPLE, { isCancelled: () => true }), AnalysisCancelled);
  });

  it('works by rules alone without a model', () => {
    const analysis = createAnalyzer().analyze('قال الرئيس اللبناني إن مصر والأردن ستوقعان الاتفاق يوم 15 مارس 2023.');
    assert.ok(analysis.entities.some((entity) => entity.text === 'مصر' && entity.type === 'LOC'));
    assert.equal(analysis.dates[0]?.value, '2023-03-15');
  });
});

describe('ParagraphCache', () => {
  it('makes a value once, and forgets what was not used for longest when it is full', () => {
    const made: string[] = [];
    const cache = new ParagraphCache<string>(8);
    const get = (key: string): string => cache.get(key, (fresh) => (made.push(fresh), fresh));
    for (const key of ['aaa', 'bbb', 'aaa', 'ccc', 'aaa', 'bbb']) get(key);
    assert.deepEqual(made, ['aaa', 'bbb', 'ccc', 'bbb']);
  });
});
