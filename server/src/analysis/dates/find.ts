/** Paragraph stage: every date expression of a paragraph, as it is written. One pass over the tokens. */
import type { ParagraphText } from '../text/paragraph';
import { longestAt } from './families';
import { isPlaceName } from './false-friends';
import { matchDayList } from './match-range';
import type { Reading } from './phrases';
import { endOffset, isFn, scanTokens, startOffset, type Scan } from './scan';
import type { DateCandidate } from './spec';
import { isPunctualBefore, tenseAt } from './tense';

/** Whether the token may be the first day of a list: digits or an ordinal. */
function mayList(s: Scan, i: number): boolean {
  return s.tokens[i]!.kind === 'number' || s.words[i]?.ordinal !== undefined;
}

/** Every date expression with its symbolic meaning. Depends on the paragraph's content only; linear. */
export function findDateCandidates(content: ParagraphText): DateCandidate[] {
  const s = scanTokens(content);
  const out: DateCandidate[] = [];
  let sentence = 0;
  for (let i = 0; i < s.tokens.length; i++) {
    const found = longestAt(s, i);
    const list = mayList(s, i) ? matchDayList(s, i) : null;
    if (found === null && list === null) {
      // «شارع 26 يوليو»: what follows the number is the street's name too.
      if (s.tokens[i]!.kind === 'number' && isPlaceName(s, i)) while (s.words[i + 1]?.month !== undefined) i++;
      continue;
    }
    while (sentence < content.sentences.length - 1 && i >= content.sentences[sentence]!.endToken) sentence++;
    const place = {
      index: sentence,
      bounds: content.sentences[sentence] ?? { firstToken: 0, endToken: s.tokens.length },
    };
    const last = list?.[list.length - 1];
    if (list !== null && last !== undefined && (found === null || last.end > found.reading.end)) {
      for (const item of list) out.push(candidate(s, item, 'day-list', place));
      i = last.end - 1;
    } else if (found !== null) {
      out.push(candidate(s, found.reading, found.rule, place));
      i = found.reading.end - 1;
    }
  }
  return out;
}

/** The sentence an expression stands in. */
interface Place {
  readonly index: number;
  readonly bounds: { readonly firstToken: number; readonly endToken: number };
}

function candidate(s: Scan, match: Reading, rule: string, { index, bounds }: Place): DateCandidate {
  const { first, end, spec, mod = null, inner } = match;
  const tense = tenseAt(s, first, end, bounds.firstToken, bounds.endToken);
  const base = { start: startOffset(s, first), end: endOffset(s, end), spec, mod, tense, sentence: index, why: [rule] };
  if (inner === undefined) return base;
  const isAhead = tenseAt(s, first, end, Math.max(bounds.firstToken, first - OFFSET_REACH), end) === 'future';
  const punctual = isFn(s, first, 'منذ') && isPunctualBefore(s, first, bounds.firstToken);
  const alone = bounds.endToken - bounds.firstToken - (end - first) <= 1;
  return {
    ...base,
    innerStart: startOffset(s, inner),
    from: isFromEvent(s, end),
    ahead: alone || (isFn(s, first, 'منذ') ? punctual : isAhead),
  };
}

/** Tokens before a distance within which a verb of the future makes it one from now. */
const OFFSET_REACH = 10;

/** Words between a distance and what it is counted from. */
const BETWEEN = new Set(['فقط', 'تقريبا', 'اضافيه', 'كامله', 'كاملا', 'اخري']);
const LIKELIHOOD = new Set(['الارجح', 'الاقل', 'الاكثر', 'الاغلب']);

/** «بعد يومين من …», «بعد أربعة أيام فقط على …»: counted from what the text goes on to name. */
function isFromEvent(s: Scan, end: number): boolean {
  const p = BETWEEN.has(s.tokens[end]?.key ?? '') ? end + 1 : end;
  const without = s.tokens[p + 1]?.key === 'دون' || s.tokens[p + 1]?.key === 'غير';
  return (isFn(s, p, 'من') && !without) || (isFn(s, p, 'على') && !LIKELIHOOD.has(s.tokens[p + 1]?.key ?? ''));
}
