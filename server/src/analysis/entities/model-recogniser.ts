/** The recogniser with a model: label scores per paragraph, then decoding with the article in view. */
import type { Article } from '../article/article';
import type { ParagraphText } from '../text/paragraph';
import { bestPath } from './chain';
import { chooseReading, type FormCount } from './clitics';
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
}

export interface ModelRecogniser {
  readParagraph(content: ParagraphText): TaggedNames;
  findMentions(article: Article, paragraphs: readonly TaggedNames[]): Mention[];
}

function countForms(paragraphs: readonly TaggedNames[]): FormCount {
  const forms = new Map<number, number>();
  for (const { words } of paragraphs)
    for (const { type } of words) forms.set(type.form, (forms.get(type.form) ?? 0) + 1);
  return (form) => forms.get(form) ?? 0;
}

export function createModelRecogniser(model: TaggerModel): ModelRecogniser {
  const tagger = createTagger(model);

  function cliticOf({ words }: TaggedNames, span: LabelSpan, elsewhere: FormCount): string {
    const word = words[span.first]!.type;
    const before = words[span.first - 1]?.type;
    const length = span.end - span.first;
    const context = { word, before, type: span.type, length, elsewhere, lexicon: model.lexicon };
    return word.splits[chooseReading(context, model.clitics)]?.clitic ?? '';
  }

  return {
    readParagraph(content) {
      const words = tagger.words(content);
      return { kind: 'tagged', content, words, emissions: tagger.emissions(content, words) };
    },
    findMentions(article, paragraphs) {
      const elsewhere = countForms(paragraphs);
      return paragraphs.flatMap((paragraph, block) =>
        readSpans(bestPath(paragraph.emissions, paragraph.words.length, model.transitions)).map((span) =>
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
