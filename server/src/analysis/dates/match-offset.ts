/** Distances from a point, and the words that stand for now and lately. */
import { matchDuration } from './match-duration';
import { isFn, plainAt, wordAt, type Match, type Scan } from './scan';
import type { DateModifier } from '../model';
import type { OffsetSpec, ReferenceSpec, UnitSpec } from './spec';

export interface OffsetMatch extends Match<OffsetSpec> {
  readonly mod: DateModifier | null;
  /** Where the duration inside begins: what remains where the distance is from an event told in words. */
  readonly inner: number;
  /** The duration is a noun alone («قبل أسبوع»). */
  readonly noun: boolean;
  /** What opened it. */
  readonly lead: 'قبل' | 'بعد' | 'منذ';
}

/** «قبل أسبوع», «بعد ثلاثة أيام», «منذ يومين»; «من الآن» is not part of it. */
export function matchOffset(s: Scan, i: number): OffsetMatch | null {
  const fn = wordAt(s, i).fn;
  const lead = fn === 'قبل' || fn === 'بعد' || fn === 'منذ' ? fn : null;
  if (lead === null) return null;
  const inner = s.letters[i + 1] === 0 || s.words[i + 1] === undefined ? matchDuration(s, i + 1) : null;
  if (inner === null || inner.tied || inner.spec.alternative !== undefined) return null;
  const now =
    isFn(s, inner.end, 'من') &&
    (plainAt(s, inner.end + 1).reference === 'PRESENT_REF' || plainAt(s, inner.end + 1).deictic === 0);
  const sign = lead === 'بعد' ? 1 : -1;
  const spec: OffsetSpec = { kind: 'offset', sign, amounts: inner.spec.amounts, anchor: now ? 'now' : 'any' };
  return { first: i, end: inner.end, spec, mod: inner.mod, inner: i + 1, noun: inner.noun, lead };
}

/** «حالياً», «الآن», «مؤخراً», «الآونة الأخيرة», «الوقت الحالي», «يومها». */
export function matchReference(s: Scan, i: number): Match<ReferenceSpec> | null {
  const word = wordAt(s, i);
  const make = (end: number, value: ReferenceSpec['value']): Match<ReferenceSpec> => ({
    first: i,
    end,
    spec: { kind: 'reference', value },
  });
  if (word.reference !== undefined) return make(i + 1, word.reference);
  const after = plainAt(s, i + 1).shift;
  if (word.fn === 'الآونة' && after === 'recent') return make(i + 2, 'PAST_REF');
  if (word.period === true && word.def === true && after === 'recent') return make(i + 2, 'PAST_REF');
  if (s.tokens[i]!.key === 'الوقت' && after === 'present') return make(i + 2, 'PRESENT_REF');
  // «في الماضي» alone, not «الشهر الماضي».
  if (word.shift === 'past' && s.tokens[i]!.key === 'الماضي' && isFn(s, i - 1, 'في')) return make(i + 1, 'PAST_REF');
  return null;
}

/** «يومها», «يومئذ»: the day told before. */
export function matchBackReference(s: Scan, i: number): Match<UnitSpec> | null {
  if (wordAt(s, i).fn !== 'يومها') return null;
  return { first: i, end: i + 1, spec: { kind: 'unit', unit: 'D', by: 'same', shift: 0 } };
}
