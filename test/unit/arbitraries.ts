/** Texts for property tests. */
import fc from 'fast-check';

/** Any sequence of UTF-16 units: lone surrogates, controls and unassigned ones included. */
export const anyText = (maxLength = 60): fc.Arbitrary<string> =>
  fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units));
