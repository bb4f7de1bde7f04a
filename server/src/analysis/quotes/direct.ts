/**
 * Are marked words somebody's speech, or a name or a scare quote? A scored decision: features of the marks and their
 * surroundings, with weights fitted on annotated articles (training/quotes).
 */
import weightData from '../../../data/quotes/marks-weights.json';
import type { MarkPair } from '../text/quotation-marks';
import { keyAt, type Scene } from './scene';
import { compileDecision, type Features } from './decision';
import { WORDS } from './lexicon';
import type { Report } from './report';

const EVALUATIVE_LEMMAS = new Set(['وصف', 'اعتبر', 'اتّهم', 'سمّى', 'أسمى']);
const PERSON_WORD = /^(?:و|ف)?(?:سن|لن|نحن|انا|انتم|لدينا|علينا|لنا)$|نا$/;
const VERB_LIKE = /^(?:و|ف|ل)?(?:س?[يتن])[ا-ي]{2,}$/;

function lengthFeature(words: number): string {
  if (words <= 3) return `words-${words}`;
  if (words <= 5) return 'words-4-5';
  if (words <= 9) return 'words-6-9';
  return words <= 19 ? 'words-10-19' : 'words-20';
}

function mentionFeature(scene: Scene, pair: MarkPair, close: number): string | null {
  let covered = 0;
  let words = 0;
  for (let j = pair.open + 1; j < close; j++) {
    if (scene.tokens[j]!.kind === 'punctuation') continue;
    words++;
    if (scene.mentionAt[j]! >= 0) covered++;
  }
  if (words > 0 && covered === words) return 'all-name';
  return covered * 2 > words ? 'mostly-name' : null;
}

/** Where the marked words stand to the report that holds them, if any. */
export function pairContext(pair: MarkPair, report: Report | null): Features {
  if (report === null) return ['no-report'];
  const close = pair.end;
  if (report.kind === 'post') return ['cue-after'];
  const whole = report.stretch.firstToken === pair.open && report.stretch.endToken >= close;
  const features = [
    whole ? 'report-whole' : report.stretch.firstToken === pair.open ? 'report-begins' : 'report-inside',
  ];
  features.push(`report-${report.kind}`);
  if (EVALUATIVE_LEMMAS.has(report.lemma)) features.push('evaluative');
  if (report.nested) features.push('nested-report');
  return features;
}

/** All features of a pair of marks that hold. */
export function pairFeatures(scene: Scene, pair: MarkPair, report: Report | null): Features {
  const { tokens, scan } = scene;
  const close = pair.end;
  const features: string[] = [...pairContext(pair, report)];
  let words = 0;
  let verbs = 0;
  let person = false;
  let foreign = 0;
  let digits = 0;
  for (let j = pair.open + 1; j < close; j++) {
    const token = tokens[j]!;
    if (token.kind === 'punctuation') continue;
    words++;
    if (token.kind === 'number') digits++;
    if (token.kind !== 'word') foreign++;
    else if (PERSON_WORD.test(token.key)) person = true;
    if (VERB_LIKE.test(token.key)) verbs++;
  }
  features.push(lengthFeature(words));
  if (verbs > 0) features.push('verb-like');
  if (person) features.push('first-person');
  if (words > 0 && foreign === words) features.push(digits === words ? 'digits' : 'foreign');
  const before = tokens[pair.open - 1];
  const key = before?.key ?? '';
  if (pair.close === null) features.push('unclosed');
  if (pair.depth > 0) features.push('inner');
  if (WORDS.nameHeads.has(key.replace(/^(?:وال|لل|بال|ال|و|ل|ب)/, '')) || WORDS.nameHeads.has(key))
    features.push('name-head');
  if (WORDS.nameIntros.has(key) || WORDS.nameIntros.has(keyAt(scene, pair.open - 2))) features.push('name-intro');
  if (key === ':' || before?.text === ':') features.push('colon');
  const glued = before !== undefined && !tokens[pair.open]!.spaceBefore && before.kind === 'word';
  if (glued) features.push(/^(?:و|ف)?[بل]/.test(before.key) ? 'glued-preposition' : 'glued');
  if (words <= 2 && key.startsWith('ال') && keyAt(scene, pair.open + 1).startsWith('ال')) features.push('attribute');
  const mention = mentionFeature(scene, pair, close);
  if (mention !== null) features.push(mention);
  const last = tokens[close - 1];
  if (last && /^[.؟!]+$/.test(last.text)) features.push('ends-sentence');
  if (report === null) {
    const start = scan.sentenceStart[pair.open]!;
    if (pair.open <= start + 1 && close >= scan.sentenceEnd[pair.open]! - 2) features.push('alone');
    if (scan.speaking[pair.open] === 1) features.push('cue-in-sentence');
  }
  return features;
}

/** Probability that marked words are speech. */
export const speechProbability = compileDecision(weightData).probability;
