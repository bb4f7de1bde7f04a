/** Confidence and reasons, as every card ends. */
import { findMessage, message } from '../messages/messages';
import { fact, type CardContext } from './hover-card';

interface Judged {
  readonly confidence?: number;
  readonly why?: readonly string[];
}

/** More reasons than these are no help. */
const MOST_REASONS = 6;

/** A rule's id (`rule` or `rule:detail`) in words where there are any, else the id. */
function reason({ language, markup }: CardContext, id: string): string {
  const colon = id.indexOf(':');
  const rule = colon < 0 ? id : id.slice(0, colon);
  const detail = colon < 0 ? '' : id.slice(colon + 1);
  const words = findMessage(language, `why.${id}`) ?? findMessage(language, `why.${rule}`);
  if (words === null) return markup.words(id);
  return detail === '' || findMessage(language, `why.${id}`) !== null
    ? markup.own(words)
    : `${markup.own(words)} ${markup.words(detail, 60)}`;
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
