/** The recogniser with a model: label scores per paragraph, then decoding with the article in view. */
import type { Article } from '../article/article';
import type { ParagraphText } from '../text/paragraph';
import { bestPath, sumPaths, transitionPotentials } from './chain';
import { chooseReading, type FormCount } from './clitics';
import {
  EVIDENCE,
  evidenceFor,
  findDoubtful,
  gatherEvidence,
  withEvidence,
  type Doubtful,
  type ParagraphEvidence,
} from './evidence';
import { mentionOf } from './fit';
import { readSpans, TYPES, type LabelSpan } from './labels';
import type { Mention } from './mention';
import type { TaggerModel } from './model-file';
import { createTagger, type ScoredWord } from './tagger';

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

export function createModelRecogniser(model: TaggerModel): ModelRecogniser {
  const tagger = createTagger(model);
  const pairs = transitionPotentials(model.transitions);
  const secondLook = model.evidence.length === (EVIDENCE * model.evidenceTransitions.length) / model.weights.width;

  function cliticOf({ words }: TaggedNames, span: LabelSpan, elsewhere: FormCount): string {
    const word = words[span.first]!.type;
    const before = words[span.first - 1]?.type;
    const length = span.end - span.first;
    const context = { word, before, type: span.type, length, elsewhere, lexicon: model.lexicon };
    return word.splits[chooseReading(context, model.clitics)]?.clitic ?? '';
  }

  function decode(paragraph: TaggedNames, evidence: ParagraphEvidence): LabelSpan[] {
    const { emissions, words } = paragraph;
    if (!secondLook) return readSpans(bestPath(emissions, words.length, model.transitions));
    const scores = withEvidence(emissions, evidence, model.evidence);
    return readSpans(bestPath(scores, words.length, model.evidenceTransitions));
  }

  return {
    readParagraph(content) {
      const words = tagger.words(content);
      const emissions = tagger.emissions(content, words);
      const { marginals } = sumPaths(emissions, words.length, pairs);
      return { kind: 'tagged', content, words, emissions, doubtful: findDoubtful(marginals) };
    },
    findMentions(article, paragraphs) {
      const gathered = gatherEvidence(paragraphs);
      const elsewhere: FormCount = (form) => gathered.forms.get(form) ?? 0;
      return paragraphs.flatMap((paragraph, block) =>
        decode(paragraph, evidenceFor(paragraph, gathered)).map((span) =>
          mentionOf(article, block, {
            ...span,
            type: TYPES[span.type]!,
            clitic: cliticOf(paragraph, span, elsewhere),
            confidence: 0.9,
            why: ['model'],
          }),
        ),
      );
    },
  };
}
