/**
 * The core: article text in, analysis out. Pure apart from a cache of paragraphs by content, which changes speed only.
 *
 * text → tokens → article parts → mentions, dates, quotes → actors → analysis. Nothing reaches back.
 */
import { actorEntities, speakerQuotes } from './assemble';
import { resolveActors, scanTitles, type ParagraphTitles } from './actors/actors';
import type { Article } from './article/article';
import { readTraits, type LineTraits } from './article/line-features';
import { readArticle } from './article/read-article';
import { actorDecisions, applyQuoteDecisions } from './decisions/apply';
import { applyLexicon } from './decisions/lexicon';
import type { UserDecisions } from './decisions/types';
import { findDateCandidates, resolveDates, type DateCandidate } from './dates/dates';
import { givenMentions, type GivenMention } from './entities/given-mentions';
import { createRecogniser, type ParagraphNames, type Recogniser } from './entities/recognise';
import type { Analysis } from './model';
import { ParagraphCache } from './paragraph-cache';
import { findQuotes, scanSpeech, type ParagraphSpeech } from './quotes/quotes';
import { readParagraph, type ParagraphText } from './text/paragraph';

export const ANALYSIS_VERSION = '1';

/** What the shells load for the core. */
export interface AnalyzerResources {
  /** The shipped tagger's bytes; without them entities come from rules and gazetteers alone. */
  readonly model?: Uint8Array;
  /** Why the shell could not load the tagger; told with each analysis. */
  readonly modelProblem?: string;
}

export interface AnalyzeOptions {
  /** Publication date from outside (ISO); wins over what the article tells. */
  readonly date?: string | null;
  /** Mentions known beforehand, used instead of the tagger's: for measuring the later stages alone. */
  readonly mentions?: readonly GivenMention[];
  /** What the user decided: names, quotes, speakers, actors. */
  readonly decisions?: UserDecisions;
  /** Asked between stages; when true the analysis stops with {@link AnalysisCancelled}. */
  readonly isCancelled?: () => boolean;
}

export class AnalysisCancelled extends Error {
  override readonly name = 'AnalysisCancelled';
}

export interface Analyzer {
  /** Analyses an article. Never throws on any string; throws {@link AnalysisCancelled} only when told to stop. */
  analyze(text: string, options?: AnalyzeOptions): Analysis;
}

/** All that is known of a paragraph from its content alone. */
interface ParagraphRecord {
  readonly content: ParagraphText;
  readonly names: ParagraphNames;
  readonly dates: readonly DateCandidate[];
  readonly speech: ParagraphSpeech;
  readonly titles: ParagraphTitles;
}

/** About ten long articles' paragraphs: more than an editor shows at once. */
const CACHE_UNITS = 1_000_000;

/** Makes an analyzer. It may serve many articles; they share the paragraph cache. */
export function createAnalyzer(resources: AnalyzerResources = {}): Analyzer {
  const recogniser = createRecogniser(resources.model, resources.modelProblem);
  const cache = new ParagraphCache<ParagraphRecord>(CACHE_UNITS);
  const lines = new ParagraphCache<LineTraits>(CACHE_UNITS);
  const traitsOf = (line: string): LineTraits => lines.get(line, readTraits);
  const makeRecord = (text: string): ParagraphRecord => {
    const content = readParagraph(text);
    return {
      content,
      names: recogniser.readParagraph(content),
      dates: findDateCandidates(content),
      speech: scanSpeech(content),
      titles: scanTitles(content),
    };
  };
  return {
    analyze(text, options = {}) {
      const records: ParagraphRecord[] = [];
      const read = (paragraph: string): ParagraphText => {
        checkCancelled(options);
        const record = cache.get(paragraph, makeRecord);
        records.push(record);
        return record.content;
      };
      const article = readArticle(text, read, traitsOf);
      return analyzeArticle(recogniser, article, records, options);
    },
  };
}

function checkCancelled(options: AnalyzeOptions): void {
  if (options.isCancelled?.()) throw new AnalysisCancelled();
}

/** The document stages, in order. */
function analyzeArticle(
  recogniser: Recogniser,
  article: Article,
  records: readonly ParagraphRecord[],
  options: AnalyzeOptions,
): Analysis {
  checkCancelled(options);
  const names = records.map((record) => record.names);
  const recognised = options.mentions
    ? givenMentions(article, options.mentions)
    : recogniser.findMentions(article, names);
  const user = options.decisions ?? {};
  const mentions = user.lexicon ? applyLexicon(article, recognised, user.lexicon) : recognised;
  const candidates = records.map((record) => record.dates);
  const { reference, dates } = resolveDates(article, candidates, options.date ?? null);
  checkCancelled(options);
  const speech = records.map((record) => record.speech);
  const found = findQuotes(article, speech, mentions);
  const { quotes, speakers, warnings } = applyQuoteDecisions(article.text, found, user.decisions ?? []);
  checkCancelled(options);
  const titles = records.map((record) => record.titles);
  const resolved = resolveActors(article, mentions, quotes, titles, actorDecisions(user, speakers));
  return {
    version: ANALYSIS_VERSION,
    reference,
    entities: actorEntities(mentions, resolved),
    dates,
    quotes: speakerQuotes(quotes, resolved),
    actors: resolved.actors,
    references: resolved.references,
    parts: article.parts,
    warnings: [...(recogniser.problem === null ? [] : [{ code: 'model', message: recogniser.problem }]), ...warnings],
  };
}
