/**
 * Does a reporting verb report here? «تهدد البحر بكارثة» and «شهدت المباراة» do not. A scored decision over the verb, its
 * place, its subject and its complement, with weights fitted on annotated articles (training/quotes).
 */
import weightData from '../../../data/quotes/reports-weights.json';
import { keyAt, looksVerbalNoun, type Complement, type Scene } from './scene';
import { compileDecision, type Features } from './decision';
import { WORDS } from './lexicon';
import type { CueHit } from './scan';
import type { Naming } from './speaker';

function place(scene: Scene, hit: CueHit): string {
  const before = scene.tokens[hit.token - 1];
  if (hit.clitic > 0) return 'place-joined';
  if (before === undefined || scene.scan.sentenceStart[hit.token] === hit.token) return 'place-first';
  if (before.text === '،' || before.text === ',') return 'place-comma';
  if (before.kind === 'punctuation') return 'place-mark';
  if (WORDS.relatives.has(before.key)) return 'place-relative';
  if (before.key === 'ان') return 'place-that';
  if (before.key === 'ما') return 'place-what';
  if (scene.mentionAt[hit.token - 1]! >= 0) return 'place-name';
  return before.key === 'قد' || before.key === 'كما' || before.key === 'فيما' ? 'place-particle' : 'place-word';
}

function subjectKind(scene: Scene, subject: Naming | null): string {
  if (subject === null) return 'subject-none';
  const mention = scene.mentions[subject.mention ?? -1];
  if (mention) return `subject-${mention.type}`;
  const key = keyAt(scene, subject.firstToken);
  if (WORDS.personHeads.has(key) || WORDS.personHeads.has(key.replace(/^ال/, ''))) return 'subject-person-word';
  if (WORDS.orgHeads.has(key) || WORDS.sources.has(key)) return 'subject-source-word';
  return key.startsWith('ال') ? 'subject-definite' : 'subject-indefinite';
}

function distance(tokens: number): string {
  if (tokens <= 1) return 'far-0';
  if (tokens <= 4) return 'far-1';
  if (tokens <= 9) return 'far-2';
  return tokens <= 18 ? 'far-3' : 'far-4';
}

/** Features of a verb with its complement and its named subject. */
export function tellingFeatures(
  scene: Scene,
  hit: CueHit,
  complement: Complement,
  subject: { readonly naming: Naming; readonly relation: string } | null,
): Features {
  const { form } = hit;
  const kind = subjectKind(scene, subject?.naming ?? null);
  const at = place(scene, hit);
  const features = [
    `form-${form.form}`,
    `kind-${complement.kind}`,
    at,
    kind,
    distance(complement.token - hit.endToken),
  ];
  if (subject) features.push(`relation-${subject.relation}`);
  if (hit.pronoun) features.push('pronoun');
  if (scene.isTitle) features.push('title');
  if (scene.scan.inside[hit.token]! >= 0) features.push('in-marks');
  if (complement.kind === 'object' && looksVerbalNoun(keyAt(scene, complement.token))) features.push('verbal-noun');
  return features;
}

/** Probability that a verb with its complement reports speech. */
export const tellingProbability = compileDecision(weightData).probability;
