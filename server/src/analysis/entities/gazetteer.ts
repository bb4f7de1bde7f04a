/** Names that every newsroom knows, from a list in data/: one of the tagger's features, never a decision by itself. */
import names from '../../../data/entities/names.json';
import { normalise } from '../text/normalise';
import { tokenise } from '../text/tokens';
import type { EntityType } from '../model';
import { hashText } from './hashing';
import { TYPES } from './labels';
import { LONGEST_NAME, createNameMatcher, nextHash, type NameMatcher } from './name-lists';
import { statisticsForm } from './word-type';

const LISTED: readonly (readonly [EntityType, readonly string[]])[] = [
  ['LOC', names.names.LOC],
  ['ORG', names.names.ORG],
  ['MISC', names.names.MISC],
];

/** Matches the listed names, of one word or several. A code is the set of types that a name is listed as, plus one. */
export function createGazetteer(): NameMatcher {
  const codes = new Map<number, number>();
  for (const [type, list] of LISTED)
    for (const name of list) {
      const forms = tokenise(normalise(name)).map((token) => statisticsForm(token.norm, token.kind));
      if (forms.length > LONGEST_NAME) continue;
      let hash = hashText(forms[0]!);
      for (let i = 1; i < forms.length; i++) {
        if (!codes.has(hash)) codes.set(hash, 0);
        hash = nextHash(hash, hashText(forms[i]!));
      }
      codes.set(hash, (codes.get(hash) ?? 0) | (1 << TYPES.indexOf(type)));
    }
  return createNameMatcher({
    hashes: Int32Array.from(codes.keys()),
    codes: Uint8Array.from(codes.values(), (types) => (types === 0 ? 0 : types + 1)),
  });
}
