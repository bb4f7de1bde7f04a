/** A report: a verb or source phrase with what it reports and whose words name the speaker. */
import { originalOffset } from '../text/normalise';
import type { Complement, Scene } from './scene';
import type { Stretch } from './content';
import type { SpeakerRelation } from './quotes';
import type { CueHit } from './scan';
import type { Naming } from './speaker';

export interface Report {
  /** Offsets relative to the paragraph. */
  readonly cue: { readonly start: number; readonly end: number };
  readonly cueToken: number;
  readonly stretch: Stretch;
  readonly kind: Complement['kind'] | 'source' | 'post';
  readonly speaker: Naming | null;
  readonly relation: SpeakerRelation;
  readonly agreement: { readonly gender: 'm' | 'f' | null; readonly number: 's' | 'd' | 'p' | null };
  /** The report in this paragraph whose speaker goes on, or null. */
  readonly follows: Report | null;
  /** Whether the speaker is whoever spoke last before this paragraph's report. */
  readonly inherits: boolean;
  readonly antecedent: Naming | null;
  /** Whether it stands inside another report. */
  readonly nested: boolean;
  /** Whether a second source in its sentence makes no quote of its own. */
  readonly blocks: boolean;
  readonly lemma: string;
  /** How sure it is that somebody says something here. */
  readonly probability: number;
  readonly why: readonly string[];
}

export interface Attribution {
  readonly speaker: Naming | null;
  readonly relation: SpeakerRelation;
  readonly follows: Report | null;
  readonly inherits: boolean;
  readonly antecedent: Naming | null;
}

export const NOBODY: Attribution = {
  speaker: null,
  relation: 'none',
  follows: null,
  inherits: false,
  antecedent: null,
};
export const TRANSMITTERS: ReadonlySet<string> = new Set(['نقل', 'تناقل/تداول']);
/** How far a name is looked for, in tokens. */
export const MAX_NAME = 40;

export const isFinite = (hit: CueHit): boolean => hit.form.form === 'past' || hit.form.form === 'present';

/** Offsets of a verb or phrase, conjunction left out. */
export function cueSpan(scene: Scene, first: number, end: number, clitic: number): { start: number; end: number } {
  const token = scene.tokens[first]!;
  return {
    start: token.start + (clitic > 0 ? originalOffset(token.text, clitic) : 0),
    end: scene.tokens[end - 1]!.end,
  };
}

/** The words between two marks. */
export function pairStretch(scene: Scene, open: number, close: number): Stretch {
  const { tokens } = scene;
  const first = tokens[open + 1]!;
  const last = tokens[close - 1]!;
  return { firstToken: open + 1, endToken: close, start: first.start, end: last.end };
}
