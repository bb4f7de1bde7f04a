/** Confidence and reasons, as every card ends. */
import { explainMerge, explainReference, explainSpeaker } from '../analysis/actors/explain';
import { findMessage, message } from '../messages/messages';
import { fact, type CardContext } from './hover-card';

/** Anything that says how sure it is and why. */
export interface Judged {
  readonly confidence?: number;
  readonly why?: readonly string[];
}

/** More reasons than these are no help. */
const MOST_REASONS = 6;

/** Before the ids of references, which mean other things than those of mentions. */
export const REFERENCE = 'reference:';

/** A rule's id in words where there are any, else the id. The forms a rule joined or matched stand behind a colon or dash. */
function reason({ language, markup }: CardContext, id: string): string {
  const explained =
    explainMerge(id, language) ??
    explainSpeaker(id, language) ??
    (id.startsWith(REFERENCE) ? explainReference(id.slice(REFERENCE.length), language) : null);
  // The forms that were joined are the article's words.
  if (explained !== null) return markup.words(explained, 160);
  const whole = findMessage(language, `why.${id}`);
  if (whole !== null) return markup.own(whole);
  for (const separator of [':', '-']) {
    const at = id.indexOf(separator);
    const words = at < 0 ? null : findMessage(language, `why.${id.slice(0, at)}`);
    if (words !== null) return `${markup.own(words)} ${markup.words(id.slice(at + 1), 60)}`;
  }
  return markup.words(id);
}

/** The lines on how sure the analysis is and why. */
export function evidence(context: CardContext, judged: Judged): string[] {
  const { language, markup } = context;
  const lines: string[] = [];
  if (judged.confidence !== undefined && Number.isFinite(judged.confidence)) {
    const percent = message(language, 'hover.percent', { n: Math.round(judged.confidence * 100) });
    lines.push(fact(context, 'hover.confidence', markup.code(percent)));
  }
  const reasons = [...new Set(judged.why ?? [])].slice(0, MOST_REASONS).map((id) => reason(context, id));
  if (reasons.length > 0) lines.push(fact(context, 'hover.why', reasons.join(message(language, 'list.separator'))));
  return lines;
}
