/** Constructed paragraphs, by rule: what is a quote, with which cue, and whose words name the speaker. */
import type { EntityType } from '../../../server/src/analysis/model';
import { SPAN_CASES } from './span-cases';
import { SPEAKER_CASES } from './speaker-cases';

export interface Case {
  readonly rule: string;
  readonly text: string;
  /** The text is a headline; else it follows one. */
  readonly title?: boolean;
  readonly names?: Readonly<Record<string, EntityType>>;
  /** «kind | words | cue | speaker». */
  readonly quotes: readonly string[];
}

/** All of them, by group. */
export const CASES: Readonly<Record<string, readonly Case[]>> = { ...SPEAKER_CASES, ...SPAN_CASES };
