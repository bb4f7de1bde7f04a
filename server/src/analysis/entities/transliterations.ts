/**
 * A name in Latin letters in brackets right after an Arabic one is the same name: «كلير دوفرين (Claire Dufresne)». Its
 * own letters tell the model little, so it takes the type of the name before it.
 */
import type { Token } from '../text/tokens';
import type { LabelSpan } from './labels';

const CLOSING = new Set(['»', '"', '”', '“']);

function isLatin(tokens: readonly Token[], span: LabelSpan): boolean {
  for (let i = span.first; i < span.end; i++) if (tokens[i]!.kind === 'word') return false;
  return tokens[span.first]!.kind === 'latin';
}

/** The spans, those in brackets after another with its type. Spans are in order and do not overlap. */
export function typeTransliterations(tokens: readonly Token[], spans: readonly LabelSpan[]): LabelSpan[] {
  const out: LabelSpan[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    let end = span.first - 1;
    const bracketed = tokens[end]?.text === '(' && tokens[span.end]?.text === ')';
    if (bracketed && CLOSING.has(tokens[end - 1]?.text ?? '')) end--;
    const same = before !== undefined && bracketed && before.end === end && isLatin(tokens, span);
    out.push(same ? { ...span, type: before.type } : span);
  }
  return out;
}
