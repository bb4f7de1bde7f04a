/** Quotes: marks and cues found per paragraph; which of them are quotes, and their speakers' words, per article. */
import type { Article, Block } from '../article/article';
import type { Mention } from '../entities/mention';
import type { QuoteKind, Span, TextSpan } from '../model';
import type { ParagraphText } from '../text/paragraph';
import type { Scene } from './scene';
import type { Stretch } from './content';
import type { Features } from './decision';
import { pairFeatures, speechProbability } from './direct';
import { headlineQuote, namedBeforeMarks, type HeadlineQuote } from './headline';
import { pairStretch, type Report } from './report';
import { readReports } from './reports';
import { scanParagraph, type SpeechScan } from './scan';
import { endInLaterBlock } from './spanning';
import type { Naming } from './speaker';

/**
 * What the paragraph alone tells: marks, cues, source phrases. Offsets relative to the paragraph. Keeps the last reading
 * made of it, so that an unchanged paragraph with unchanged names is not read again; this changes speed only.
 */
export interface ParagraphSpeech {
  readonly scan: SpeechScan;
  readonly readings: Map<string, Reading>;
}

/** A paragraph read with its names: everything but who spoke before it. */
interface Reading {
  readonly scene: Scene;
  readonly reports: readonly Report[];
  /** Speech in marks by the report that holds it. */
  readonly byOwner: ReadonlyMap<Report | null, readonly MarkedWords[]>;
  readonly headline: HeadlineQuote | null;
}

/** How the speaker was found; recorded for hover and for the actors room. */
export type SpeakerRelation =
  | 'vso' // قال الوزير
  | 'svo' // الوزير قال
  | 'participle' // مشيراً: the subject of the main clause
  | 'transmitted' // نقلت وكالة X عن Y
  | 'source-phrase' // بحسب Y
  | 'colon' // Y: …
  | 'possessive' // قوله، على حد تعبيره
  | 'inherited' // وأضاف: the speaker before
  | 'floating' // a quote on its own after a quote
  | 'anonymous' // قيل
  | 'none';

/** A quote with the words that name its speaker; whom they mean is resolved by the actors room. */
export interface AttributedQuote extends TextSpan {
  readonly kind: QuoteKind;
  readonly block: number;
  readonly cue: TextSpan | null;
  /** Nearest words that name the speaker for this cue. */
  readonly speaker: TextSpan | null;
  /**
   * Where `speaker` is null and the verb's pronoun points to words that named nobody as a speaker before («أصدرت الوزارة
   * بياناً أكدت فيه …»: «الوزارة»): those words. Wins over `inheritsFrom`.
   */
  readonly antecedent?: TextSpan | null;
  /** Where `speaker` is null: index (into the list of quotes) of the quote whose speaker goes on speaking. */
  readonly inheritsFrom: number | null;
  readonly relation: SpeakerRelation;
  /** Gender and number the cue demands of its speaker, where it tells («أضافت»: feminine). */
  readonly agreement: { readonly gender: 'm' | 'f' | null; readonly number: 's' | 'd' | 'p' | null };
  readonly confidence: number;
  readonly why: readonly string[];
}

/** Paragraph stage. Depends on the paragraph's content only. */
export function scanSpeech(content: ParagraphText): ParagraphSpeech {
  return { scan: scanParagraph(content), readings: new Map() };
}

/** A quote before it is numbered: offsets relative to its block. */
interface Draft {
  readonly block: number;
  readonly kind: QuoteKind;
  readonly span: Span;
  readonly cue: Span | null;
  readonly speaker: Naming | null;
  readonly antecedent: Naming | null;
  readonly relation: SpeakerRelation;
  readonly agreement: AttributedQuote['agreement'];
  readonly follows: Draft | null;
  readonly confidence: number;
  readonly why: readonly string[];
}

/** What a draft has that no verb reports. */
const FREE = {
  cue: null,
  antecedent: null,
  agreement: { gender: null, number: null },
  follows: null,
} as const;

/** Somebody speaking: what a later bare verb can go on from. */
interface Voice {
  readonly draft: Draft;
  readonly block: number;
  readonly gender: 'm' | 'f' | null;
}

/** How many reports in one another are kept for a token. */
const MAX_OWNERS = 4;
/** How many blocks back a bare verb looks for a speaker that agrees with it. */
const REACH = 3;
/** From this probability on, marked words are speech. */
const THRESHOLD = 0.5;

function goesOn(voices: readonly Voice[], block: number, gender: 'm' | 'f' | null): Voice | null {
  const last = voices.at(-1) ?? null;
  if (gender === null || last === null || last.gender === null || last.gender === gender) return last;
  for (let i = voices.length - 1; i >= 0 && block - voices[i]!.block <= REACH; i--)
    if (voices[i]!.gender === null || voices[i]!.gender === gender) return voices[i]!;
  return last;
}

/** A pair of marks with the report it stands in and its features: what the decision and its fitting see. */
export interface MarkedWords {
  readonly pair: number;
  readonly stretch: Stretch;
  readonly report: Report | null;
  readonly features: Features;
}

/** Reports round each token, innermost last, as far as they can own marked words. */
function owners(scene: Scene, reports: readonly Report[]): (readonly Report[])[] {
  const at: Report[][] = Array.from({ length: scene.tokens.length + 1 }, () => []);
  const ordered = [...reports].sort((a, b) => a.stretch.firstToken - b.stretch.firstToken);
  for (const report of ordered) {
    const { firstToken, endToken } = report.stretch;
    if (report.kind === 'post') at[firstToken - 1]?.push(report);
    else
      for (let j = firstToken; j < endToken; j++) {
        const round = at[j]!;
        // «قال إن مصر تدين «…»»: the outer speaker's words, unless a description is given back.
        const foreign = report.nested && report.kind !== 'marked' && report.lemma !== 'وصف' && round.length > 0;
        if (!foreign && round.length < MAX_OWNERS) round.push(report);
      }
  }
  return at;
}

function markedWords(scene: Scene, reports: readonly Report[]): MarkedWords[] {
  const at = owners(scene, reports);
  const found: MarkedWords[] = [];
  scene.scan.pairs.forEach((pair, index) => {
    const close = pair.end;
    if (close - pair.open < 2) return;
    const report =
      at[pair.open]!.findLast(
        ({ stretch, kind }) => kind === 'post' || stretch.firstToken === pair.open || close <= stretch.endToken,
      ) ?? null;
    found.push({
      pair: index,
      stretch: pairStretch(scene, pair.open, close),
      report,
      features: pairFeatures(scene, pair, report),
    });
  });
  return found;
}

function sceneOf(scan: SpeechScan, block: Block, mentions: readonly Mention[]): Scene {
  const mentionAt = new Int32Array(scan.content.tokens.length).fill(-1);
  mentions.forEach((mention, index) => mentionAt.fill(index, mention.firstToken, mention.endToken));
  const isTitle = block.kind === 'headline' || block.kind === 'subheading';
  return {
    scan,
    tokens: scan.content.tokens,
    blockStart: block.start,
    isTitle,
    isSubheading: block.kind === 'subheading',
    mentions,
    mentionAt,
  };
}

/** The names of each block, in order. */
function mentionsByBlock(article: Article, mentions: readonly Mention[]): Mention[][] {
  const own: Mention[][] = article.blocks.map(() => []);
  for (const mention of mentions) own[mention.block]?.push(mention);
  return own;
}

/** Scenes of an article's blocks, each with its mentions: what the decisions are fitted on. */
export function* scenes(
  article: Article,
  speech: readonly ParagraphSpeech[],
  mentions: readonly Mention[],
): Generator<{ block: number; scene: Scene }> {
  const own = mentionsByBlock(article, mentions);
  for (const [block, { scan }] of speech.entries())
    yield { block, scene: sceneOf(scan, article.blocks[block]!, own[block]!) };
}

/** Marked words of a block with their features. */
export function readMarkedWords(scene: Scene): { reports: Report[]; marked: MarkedWords[] } {
  const reports = readReports(scene);
  return { reports, marked: markedWords(scene, reports) };
}

/** Whether a report is nothing but the words between one pair of marks. */
function isWholePair(scene: Scene, report: Report, speech: ReadonlySet<number>): boolean {
  if (report.kind === 'post') return true;
  const pair = scene.scan.pairs[scene.scan.opens[report.stretch.firstToken]!];
  if (!pair || !speech.has(pair.open)) return false;
  const close = pair.end;
  return report.stretch.endToken <= close + (scene.scan.closes[close + 1] === scene.scan.closes[close] ? 2 : 1);
}

/** A quote of a headline «X: …». */
const headlineDraft = (block: number, { stretch, speaker }: HeadlineQuote): Draft => ({
  ...FREE,
  block,
  kind: 'indirect',
  span: stretch,
  speaker,
  relation: 'colon',
  confidence: 0.8,
  why: ['headline-colon'],
});

/** Marked words that no verb reports: the last speaker goes on, or a headline names one. */
function floatingDraft(block: number, scene: Scene, words: MarkedWords, voices: readonly Voice[]): Draft {
  const named = namedBeforeMarks(scene, words.stretch.firstToken - 1);
  return {
    ...FREE,
    block,
    kind: 'direct',
    span: words.stretch,
    speaker: named,
    relation: named ? 'colon' : 'floating',
    follows: named ? null : (voices.at(-1)?.draft ?? null),
    confidence: speechProbability(words.features) * 0.8,
    why: [named ? 'headline-colon' : 'floating', 'marks'],
  };
}

/** The drafts of one block's reports, and the voices heard in it. */
function reportDrafts(
  block: number,
  scene: Scene,
  reports: readonly Report[],
  byOwner: ReadonlyMap<Report | null, readonly MarkedWords[]>,
  voices: Voice[],
): Draft[] {
  const drafts: Draft[] = [];
  const byReport = new Map<Report, Draft>();
  const speechMarks = new Set([...byOwner.values()].flat().map((words) => scene.scan.pairs[words.pair]!.open));
  const add = (report: Report, kind: QuoteKind, span: Span, confidence: number, why: readonly string[]): void => {
    const { cue, speaker, antecedent, relation, agreement } = report;
    const kept = byReport.get(report);
    const gender = relation === 'participle' ? null : agreement.gender;
    const voice = !kept && report.inherits ? goesOn(voices, block, gender) : null;
    const followed = report.follows && byReport.get(report.follows);
    const draft: Draft = {
      block,
      kind,
      span,
      cue,
      speaker,
      antecedent,
      relation,
      agreement,
      follows: kept ? kept.follows : (followed ?? voice?.draft ?? null),
      confidence,
      why: why.length === 0 ? report.why : [...report.why, ...why],
    };
    drafts.push(draft);
    if (kept) return;
    byReport.set(report, draft);
    if (!report.nested) voices.push({ draft, block, gender: agreement.gender ?? voice?.gender ?? null });
  };
  for (const report of reports) {
    if (report.kind !== 'post' && !isWholePair(scene, report, speechMarks))
      add(report, 'indirect', report.stretch, report.probability, []);
    for (const words of byOwner.get(report) ?? [])
      add(report, 'direct', words.stretch, speechProbability(words.features), ['marks']);
  }
  return drafts;
}

function readBlock(scan: SpeechScan, block: Block, mentions: readonly Mention[]): Reading {
  const scene = sceneOf(scan, block, mentions);
  const { reports, marked } = readMarkedWords(scene);
  const byOwner = new Map<Report | null, MarkedWords[]>();
  for (const words of marked) {
    if (speechProbability(words.features) < THRESHOLD) continue;
    const list = byOwner.get(words.report);
    if (list) list.push(words);
    else byOwner.set(words.report, [words]);
  }
  return { scene, reports, byOwner, headline: scene.isTitle ? headlineQuote(scene) : null };
}

/** The reading of a paragraph with these names, the last one where nothing has changed but its place. */
function readingOf({ scan, readings }: ParagraphSpeech, block: Block, mentions: readonly Mention[]): Reading {
  let key: string = block.kind;
  for (const { start, end, type } of mentions) key += `|${start - block.start},${end - block.start},${type}`;
  const kept = readings.get(key);
  if (kept) return kept;
  const reading = readBlock(scan, block, mentions);
  readings.clear();
  readings.set(key, reading);
  return reading;
}

function blockDrafts(block: number, reading: Reading, voices: Voice[]): Draft[] {
  const { scene, reports, byOwner, headline } = reading;
  return [
    ...(headline ? [headlineDraft(block, headline)] : []),
    ...reportDrafts(block, scene, reports, byOwner, voices),
    ...(byOwner.get(null) ?? []).map((words) => floatingDraft(block, scene, words, voices)),
  ];
}

/** Document stage: all quotes in order of their start (an outer quote before those inside it). */
export function findQuotes(
  article: Article,
  speech: readonly ParagraphSpeech[],
  mentions: readonly Mention[],
): AttributedQuote[] {
  const drafts: Draft[] = [];
  const voices: Voice[] = [];
  const own = mentionsByBlock(article, mentions);
  for (const [block, paragraph] of speech.entries()) {
    const found = blockDrafts(block, readingOf(paragraph, article.blocks[block]!, own[block]!), voices);
    found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    drafts.push(...found);
  }
  const indexOf = new Map(drafts.map((draft, index) => [draft, index]));
  return drafts.map((draft) => placeDraft(article, draft, indexOf));
}

/** A draft with its offsets in the article. Written out: spreading objects here was a tenth of a repeated analysis. */
function placeDraft(article: Article, draft: Draft, indexOf: ReadonlyMap<Draft, number>): AttributedQuote {
  const shift = article.blocks[draft.block]!.start;
  const start = draft.span.start + shift;
  const later = draft.kind === 'direct' ? endInLaterBlock(article, draft.block, draft.span.start) : null;
  const end = later ?? draft.span.end + shift;
  return {
    start,
    end,
    text: article.text.slice(start, end),
    kind: draft.kind,
    block: draft.block,
    cue: placeSpan(article, draft.cue, shift),
    speaker: placeSpan(article, draft.speaker, shift),
    antecedent: placeSpan(article, draft.antecedent, shift),
    inheritsFrom: draft.speaker === null && draft.follows ? (indexOf.get(draft.follows) ?? null) : null,
    relation: draft.relation,
    agreement: draft.agreement,
    confidence: draft.confidence,
    why: draft.why,
  };
}

function placeSpan(article: Article, span: Span | null, shift: number): TextSpan | null {
  if (span === null) return null;
  const start = span.start + shift;
  const end = span.end + shift;
  return { start, end, text: article.text.slice(start, end) };
}
