/** Date expressions: found per paragraph, resolved per article. */
import type { Article } from '../article/article';
import type { DateExpression, DateType } from '../model';
import { parseIsoDay, toDayNumber, formatDay } from './calendar';
import { findReference } from './reference';
import { evaluate, formatDuration } from './resolve';
import { formatPeriod, intervalOf, type Period } from './period';
import type { Context } from './resolve-calendar';
import type { DateCandidate, Spec } from './spec';

export { findDateCandidates } from './find';
export type { DateCandidate } from './spec';

function typeOf(spec: Spec, period: Period): DateType {
  if (spec.kind === 'duration') return 'DURATION';
  if (spec.kind === 'set') return 'SET';
  if (period.kind === 'time' || (period.kind === 'range' && period.from.kind === 'time')) return 'TIME';
  return 'DATE';
}

interface Story {
  readonly period: Period;
  readonly block: number;
  readonly sentence: number;
}

/**
 * Document stage: the publication date and every candidate's value.
 * @param candidates one list per block of the article.
 * @param given publication date from outside (ISO, a time after it allowed), which wins over what the article tells.
 */
export function resolveDates(
  article: Article,
  candidates: readonly (readonly DateCandidate[])[],
  given: string | null,
): { reference: string | null; dates: DateExpression[] } {
  const reference = findReference(article, candidates, given);
  const day = reference === null ? null : parseIsoDay(reference.date);
  const now = day === null ? null : toDayNumber(day.year, day.month, day.day);
  const dates: DateExpression[] = [];
  let story: Story | null = null;
  article.blocks.forEach((block, index) => {
    for (const candidate of candidates[index] ?? []) {
      if (story === null && candidate.why[0] === 'back-reference') continue;
      const near: boolean = story !== null && story.block === index && candidate.sentence - story.sentence <= 1;
      const context: Context = {
        now,
        minutes: reference?.minutes ?? null,
        tense: candidate.tense,
        previous: story?.period ?? null,
        near,
        sameStory: story !== null && index - story.block <= 1,
      };
      const { expression, period } = resolveOne(article.text, block.start, candidate, context);
      dates.push(expression);
      if (period.kind !== 'fixed') story = { period, block: index, sentence: candidate.sentence };
    }
  });
  return { reference: now === null ? null : formatDay(now), dates };
}

const FAR_UNITS = new Set(['DE', 'CE']);

/** What a distance is told from: now, the date told before, or an event in words, which leaves only its length. */
function readOffset(candidate: DateCandidate, context: Context): { spec: Spec; start: number } {
  const { spec, start } = candidate;
  if (spec.kind !== 'offset' || candidate.innerStart === undefined) return { spec, start };
  const length = { spec: { kind: 'duration' as const, amounts: spec.amounts }, start: candidate.innerStart };
  if (spec.anchor === 'now') return { spec, start };
  if (candidate.from === true) return length;
  const lead = candidate.why[0];
  const clock = spec.amounts.some(({ unit }) => unit === 'H' || unit === 'MIN' || unit === 'S');
  if (clock && context.minutes === null) return length;
  if (lead === 'offset-قبل') return { spec, start };
  const vague = spec.amounts.some(({ count }) => count === null);
  if (lead === 'offset-منذ') return candidate.ahead === true && !vague ? { spec, start } : length;
  // Nobody announces what will be in twenty years by «بعد» alone: it is how long something lasted.
  const far = spec.amounts.some(({ unit, count }) => FAR_UNITS.has(unit) || (unit === 'Y' && (count ?? 0) >= 10));
  if (candidate.ahead === true && !far) return { spec, start };
  if (context.near && context.previous !== null && !clock && !vague)
    return { spec: { ...spec, anchor: 'story' }, start };
  return length;
}

function resolveOne(
  text: string,
  base: number,
  candidate: DateCandidate,
  context: Context,
): { expression: DateExpression; period: Period } {
  const { spec, start } = readOffset(candidate, context);
  const resolved = evaluate(spec, context);
  const { period } = resolved;
  const from = base + start;
  const end = base + candidate.end;
  const value = spec.kind === 'duration' ? formatDuration(spec) : formatPeriod(period);
  const interval = intervalOf(period);
  const problem = resolved.problem ?? (resolved.open === true ? { code: 'no-reference' as const } : undefined);
  const expression: DateExpression = {
    start: from,
    end,
    text: text.slice(from, end),
    type: typeOf(spec, period),
    value,
    mod: candidate.mod,
    ...(interval !== undefined && { interval }),
    ...(resolved.choices !== undefined && resolved.choices.length > 0 && { choices: resolved.choices }),
    ...(problem !== undefined && { problem }),
    why: resolved.why === undefined ? candidate.why : [...candidate.why, resolved.why],
  };
  return { expression, period };
}
