/** Named entities: a paragraph stage that can be kept, and a document stage that weighs the rest of the article. */
import type { Article } from '../article/article';
import type { ParagraphText } from '../text/paragraph';
import type { Mention } from './mention';
import { ModelError, readModel } from './model-file';
import { createModelRecogniser, type TaggedNames } from './model-recogniser';
import { findByRules, mentionByRules, type RuledSpan } from './rules';

/** What the paragraph alone tells about its names; depends on nothing else. */
export type ParagraphNames = TaggedNames | RuledNames;

/** Names by rules, where there is no model. */
export interface RuledNames {
  readonly kind: 'ruled';
  readonly content: ParagraphText;
  readonly spans: readonly RuledSpan[];
}

/** What the shell gives the recogniser: made once per model, immutable but for memories that change its speed only. */
export interface Recogniser {
  readParagraph(content: ParagraphText): ParagraphNames;
  findMentions(article: Article, paragraphs: readonly ParagraphNames[]): Mention[];
  /** What the model says of itself, or null where rules alone are used. */
  readonly model: string | null;
  /** Why the model given could not be used; null where it is used or none was meant. */
  readonly problem: string | null;
}

function rulesRecogniser(problem: string | null): Recogniser {
  return {
    model: null,
    problem,
    readParagraph: (content) => ({ kind: 'ruled', content, spans: findByRules(content) }),
    findMentions: (article, paragraphs) =>
      paragraphs.flatMap((paragraph, block) =>
        paragraph.kind === 'ruled' ? paragraph.spans.map((span) => mentionByRules(article, block, span)) : [],
      ),
  };
}

/**
 * Makes a recogniser.
 * @param model bytes of the shipped model; without them (or when they are damaged, see {@link Recogniser.problem})
 * rules and gazetteers alone are used.
 * @param modelProblem why the shell has no bytes to give, where it should have.
 */
export function createRecogniser(model?: Uint8Array, modelProblem?: string): Recogniser {
  if (model === undefined) return rulesRecogniser(modelProblem ?? null);
  try {
    const tables = readModel(model);
    const tagger = createModelRecogniser(tables);
    return {
      model: tables.info.name,
      problem: null,
      readParagraph: (content) => tagger.readParagraph(content),
      findMentions: (article, paragraphs) =>
        tagger.findMentions(
          article,
          paragraphs.filter((paragraph) => paragraph.kind === 'tagged'),
        ),
    };
  } catch (error) {
    if (error instanceof ModelError) return rulesRecogniser(error.message);
    throw error;
  }
}
