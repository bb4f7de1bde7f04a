/** Gregorian days in the Hijri calendar, in words. */
import type { UiLanguage } from '../protocol';

/** A day's Hijri date («23 شعبان 1444 هـ»); null for values that are no single day or lie outside the table. */
export function describeHijri(_language: UiLanguage, _value: string): string | null {
  return null;
}
