/** The sample articles and their gold annotations, as read from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Gold {
  readonly reference: string | null;
  readonly entities: readonly (GoldSpan & { id: string; type: string; actor: string | null })[];
  readonly dates: readonly (GoldSpan & { type: string; value: string; mod: string | null })[];
  readonly quotes: readonly (GoldSpan & {
    kind: string;
    cue: GoldSpan | null;
    speaker: GoldSpan | null;
    speakerActor: string | null;
  })[];
  readonly actors: readonly { id: string; name: string; type: string; roles: readonly string[] }[];
}

export interface Sample {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}

/** Extensions of the `arabic-news` language. */
export const EXTENSIONS = /\.(?:khabar|maqal|ar\.txt)$/u;

/** All samples in the order of their names; throws where one has no gold file. */
export function readSamples(): Sample[] {
  return readdirSync(join(root, 'samples'))
    .filter((file) => EXTENSIONS.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(EXTENSIONS, '');
      const gold = JSON.parse(readFileSync(join(root, 'test/gold', `${name}.gold.json`), 'utf8')) as Gold;
      return { file, name, text: readFileSync(join(root, 'samples', file), 'utf8'), gold };
    });
}

/** A file of the repository, as text. */
export const readProjectFile = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A file of the repository, as bytes. */
export const readProjectBytes = (path: string): Buffer => readFileSync(join(root, path));
