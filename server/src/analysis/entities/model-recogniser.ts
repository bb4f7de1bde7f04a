/** The recogniser with a model: label scores per paragraph, then decoding with the article in view. */
import type { Article } from '../article/article';
import type { ParagraphText } from '../text/paragraph';
import { bestPath, condense, sumPaths, transitionPotentials } from './chain';
import { chooseReading } from './clitics';
import {
  EVIDENCE,
  READINGS,
  evidenceFor,
  findDoubtful,
  gatherEvidence,
  sameEvidence,
  withEvidence,
  type Doubtful,
  type ParagraphEvidence,
} from './evidence';
import { mentionOf, type FoundName } from './fit';
import { LABELS, TYPES, readSpans, type LabelSpan } from './labels';
import type { Mention } from './mention';
import type { TaggerModel } from './model-file';
import { reasonsFor } from './reasons';
import { createTagger, type ScoredWord } from './tagger';
import { typeTransliterations } from './transliterations';

/** A paragraph with the model's label scores. */
export interface TaggedNames {
  readonly kind: 'tagged';
  readonly content: ParagraphText;
  readonly words: readonly ScoredWord[];
  readonly emissions: Float32Array;
  readonly doubtful: Doubtful;
}

export interface ModelRecogniser {
  readParagraph(content: ParagraphText): TaggedNames;
  findMentions(article: Article, paragraphs: readonly TaggedNames[]): Mention[];
}

/** What was made of a paragraph, and of which evidence. */
interface Decoded {
  readonly evidence: ParagraphEvidence;
  readonly names: readonly FoundName[];
}

/** Least mass of a type among a word's other occurrences to be named as a reason. */
const ELSEWHERE = 0.5;

export function createModelRecogniser(model: TaggerModel): ModelRecogniser {
  const tagger = createTagger(model);
  const pairs = transitionPotentials(model.transitions);
  const secondLook = model.evidence.length === EVIDENCE * LABELS;
  const transitions = secondLook ? model.evidenceTransitions : model.transitions;
  const decodingPairs = secondLook ? transitionPotentials(transitions) : pairs;
  /** The last decoding of each paragraph: when an edit elsewhere changes no evidence, it stands. */
  const decoded = new WeakMap<TaggedNames, Decoded>();

  function decode(paragraph: TaggedNames, evidence: ParagraphEvidence): FoundName[] {
    const { content, words } = paragraph;
    const scores = secondLook ? withEvidence(paragraph.emissions, evidence, model.evidence) : paragraph.emissions;
    const { tokens, emissions } = condense(scores, words.length);
    const path = bestPath(emissions, tokens.length, transitions);
    const spans = readSpans(path);
    if (spans.length === 0) return [];
    const { marginals } = sumPaths(emissions, tokens.length, decodingPairs);
    const sure = new Map<number, number>();
    const inText = spans.map(({ first, end, type }) => {
      let confidence = 1;
      for (let k = first; k < end; k++) confidence = Math.min(confidence, marginals[k * LABELS + path[k]!]!);
      sure.set(tokens[first]!, Math.round(confidence * 100) / 100);
      return { first: tokens[first]!, end: tokens[end - 1]! + 1, type };
    });
    return typeTransliterations(content.tokens, inText).map((span) => ({
      ...span,
      type: TYPES[span.type]!,
      clitic: cliticOf(model, paragraph, span, evidence),
      confidence: sure.get(span.first)!,
      why: reasonsFor(content, words, span, seenElsewhere(evidence, span)),
    }));
  }

  function namesOf(paragraph: TaggedNames, evidence: ParagraphEvidence): readonly FoundName[] {
    const last = decoded.get(paragraph);
    if (last !== undefined && sameEvidence(last.evidence, evidence)) return last.names;
    const names = decode(paragraph, evidence);
    decoded.set(paragraph, { evidence, names });
    return names;
  }

  return {
    readParagraph(content) {
      const words = tagger.words(content);
      const emissions = tagger.emissions(content, words);
      const unclear = condense(emissions, words.length);
      const { marginals } = sumPaths(unclear.emissions, unclear.tokens.length, pairs);
      return { kind: 'tagged', content, words, emissions, doubtful: findDoubtful(unclear.tokens, marginals) };
    },
    findMentions(article, paragraphs) {
      const gathered = gatherEvidence(paragraphs);
      const mentions: Mention[] = [];
      paragraphs.forEach((paragraph, block) => {
        for (const name of namesOf(paragraph, evidenceFor(paragraph, gathered)))
          mentions.push(mentionOf(article, block, name));
      });
      return mentions;
    },
  };
}

/** The proclitics of the span's first word, in normal form. */
function cliticOf(model: TaggerModel, { words }: TaggedNames, span: LabelSpan, evidence: ParagraphEvidence): string {
  const word = words[span.first]!.type;
  if (word.splits.length === 0) return '';
  const entry = evidence.tokens.indexOf(span.first);
  const elsewhere = (form: number): number => {
    const reading = form === word.form ? 0 : 1 + word.stemForms.indexOf(form);
    return entry < 0 || reading >= READINGS ? 0 : evidence.occurrences[entry * READINGS + reading]!;
  };
  const before = words[span.first - 1]?.type;
  const length = span.end - span.first;
  const context = { word, before, type: span.type, length, elsewhere, lexicon: model.lexicon };
  return word.splits[chooseReading(context, model.clitics)]?.clitic ?? '';
}

/** Whether other occurrences of the span's last word look like names of its type. */
function seenElsewhere(evidence: ParagraphEvidence, span: LabelSpan): boolean {
  const entry = evidence.tokens.indexOf(span.end - 1);
  if (entry < 0) return false;
  // Capped type masses close the group of the same form.
  const cell = entry * EVIDENCE + 2 * LABELS + 1 + span.type;
  return evidence.vectors[cell]! >= ELSEWHERE;
}
