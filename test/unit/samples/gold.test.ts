import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Gold, type GoldSpan, readProjectFile, readSamples } from './sample-files';

const WEEKDAYS = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];
const samples = readSamples();

const spansOf = (gold: Gold): GoldSpan[] => [
  ...gold.entities,
  ...gold.dates,
  ...gold.quotes,
  ...gold.quotes.flatMap((quote) => [quote.cue, quote.speaker].filter((span) => span !== null)),
];

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[\p{M}\p{L}\p{N}]+)*/gu)?.length ?? 0;

describe('gold annotations of the samples', () => {
  it('has a gold file for every sample and no other, and every sample is in the README', () => {
    const golds = readdirSync(join(__dirname, '../../gold')).filter((file) => file.endsWith('.gold.json'));
    assert.deepEqual(golds.sort(), samples.map((sample) => `${sample.name}.gold.json`).sort());
    const readme = readProjectFile('samples/README.md');
    for (const sample of samples) assert.ok(readme.includes(`\`${sample.file}\``), sample.file);
  });

  it('covers the three extensions, all kinds of quotation marks and one long article', () => {
    assert.deepEqual(
      [...new Set(samples.map((sample) => sample.file.replace(/^[^.]+/u, '')))].sort(),
      ['.ar.txt', '.khabar', '.maqal'],
    );
    const all = samples.map((sample) => sample.text).join('\n');
    for (const mark of ['«', '“', '"']) assert.ok(all.includes(mark), mark);
    assert.ok(samples.some((sample) => wordsOf(sample.text) > 1100));
    for (const sample of samples) assert.ok(wordsOf(sample.text) >= 250, sample.file);
  });

  for (const { file, text, gold } of samples) {
    describe(file, () => {
      it('quotes the article to the letter', () => {
        for (const span of spansOf(gold)) assert.equal(text.slice(span.start, span.end), span.text);
      });

      it('keeps entities apart from one another, and dates too', () => {
        for (const list of [gold.entities, gold.dates] as (readonly GoldSpan[])[]) {
          for (let i = 1; i < list.length; i++) assert.ok(list[i - 1]!.end <= list[i]!.start, list[i]!.text);
        }
      });

      it('gives every name but MISC an actor of its type, and every actor a mention', () => {
        const types = new Map(gold.actors.map((actor) => [actor.id, actor.type]));
        for (const entity of gold.entities) {
          if (entity.type === 'MISC') assert.equal(entity.actor, null, entity.text);
          else assert.equal(types.get(entity.actor ?? ''), entity.type, entity.text);
        }
        const mentioned = new Set(gold.entities.map((entity) => entity.actor));
        for (const actor of gold.actors) assert.ok(mentioned.has(actor.id), actor.name);
      });

      it('takes roles from the article and speakers from its actors', () => {
        const ids = new Set(gold.actors.map((actor) => actor.id));
        for (const actor of gold.actors) for (const role of actor.roles) assert.ok(text.includes(role), role);
        for (const { speakerActor, text: words } of gold.quotes) assert.ok(speakerActor === null || ids.has(speakerActor), words);
      });

      it('pairs weekdays with the right dates', () => {
        for (const { text: words, value } of gold.dates) {
          const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/u.exec(value)?.[0];
          const weekday = WEEKDAYS.findIndex((name) => words.includes(name));
          if (day !== undefined && weekday >= 0) assert.equal(new Date(`${day}T00:00:00Z`).getUTCDay(), weekday, words);
        }
      });

      it('starts a report after its complementiser and keeps its marks in pairs', () => {
        for (const quote of gold.quotes) {
          assert.ok(!/^(?:[وفبكل]?[أإ]نّ?) /u.test(quote.text) || quote.kind === 'direct', quote.text);
          assert.ok(!/[.،؛:]$/u.test(quote.text), quote.text);
          if (quote.kind === 'indirect') {
            assert.equal(quote.text.split('«').length, quote.text.split('»').length, quote.text);
            assert.equal(quote.text.split('"').length % 2, 1, quote.text);
          }
        }
      });
    });
  }
});
