/** Where a report ends (rules E1–E5) and how its span is trimmed. */
import { keyAt, type Complement, type Scene } from './scene';
import { WORDS } from './lexicon';

/** A stretch of a paragraph: tokens and offsets relative to it, end exclusive. */
export interface Stretch {
  readonly firstToken: number;
  readonly endToken: number;
  readonly start: number;
  readonly end: number;
}

/** The longest report, in tokens; a hundred is the longest in the annotated articles. Keeps hostile text linear. */
const MAX_REPORT = 160;

/** What ends a report, for `why`. */
export type EndRule = 'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6';

const CONJUNCTIONS = new Set([
  'و',
  'ف',
  'كما',
  'لكنه',
  'لكنها',
  'لكنهم',
  'ولكنه',
  'ولكنها',
  'ثم',
  'قد',
  'وقد',
  'وكان',
  'وكانت',
  'حيث',
  'اذ',
  'فيما',
  'بينما',
  'لكن',
  'ولكن',
  'غير',
  'الا',
  'انه',
  'انها',
  'بعدما',
  'كان',
  'كانت',
]);
const RELATIVE = new Set(['الذي', 'التي', 'الذين', 'اللذين', 'اللتين']);

const isComma = (text: string | undefined): boolean => text === '،' || text === ',';

/** Whether a live report's verb at `j` begins a new report; the token at which the one before it then ends. */
function newReport(
  scene: Scene,
  j: number,
  start: number,
  nominal: boolean,
  live: (hit: number) => boolean,
): number | null {
  const { scan, tokens } = scene;
  const index = scan.hitAt[j]!;
  if (index < 0) return null;
  const hit = scan.hits[index]!;
  if (hit.form.form === 'noun') return null;
  if (hit.form.form === 'participle' && hit.form.lemma !== 'قول' && isComma(tokens[j - 1]?.text)) return j;
  if (!live(index)) return null;
  if (hit.form.form === 'participle') {
    const before = keyAt(scene, j - 1);
    return before === 'و' || before === 'ايضا' ? j - 1 : j;
  }
  // «ضرورة احترام الحقوق ورفض كل تمييز»: a verbal noun that goes on, no verb.
  if (hit.form.masdar && nominal && !isComma(tokens[j - 1]?.text)) return null;
  if (hit.clitic > 0) return j;
  let at = j;
  if (keyAt(scene, j - 1) === 'ان' && (keyAt(scene, j - 2) === 'قبل' || keyAt(scene, j - 2) === 'بعد')) return j - 2;
  while (at - 1 > start && j - at < 4 && CONJUNCTIONS.has(keyAt(scene, at - 1))) at--;
  if (at < j) return RELATIVE.has(keyAt(scene, at - 1)) ? null : at;
  return isComma(tokens[j - 1]?.text) ? j : null;
}

/** «، لكن صحيفة محلية قالت …»: an adversative whose clause holds a live verb near by. */
function adversative(scene: Scene, j: number, end: number, live: (hit: number) => boolean): boolean {
  const { scan } = scene;
  if (!WORDS.adversatives.has(keyAt(scene, j))) return false;
  for (let k = j + 1; k < Math.min(j + 12, end); k++) {
    if (RELATIVE.has(keyAt(scene, k))) return false;
    if (scan.hitAt[k]! >= 0) return live(scan.hitAt[k]!) && scan.hits[scan.hitAt[k]!]!.form.form !== 'participle';
  }
  return false;
}

/** «، في إشارة إلى»: the writer explains. */
const IN_A_MOVE = new Set(['اشاره', 'حين', 'الوقت', 'تحرك', 'خطوه', 'فصل', 'تصعيد', 'تطور', 'مؤشر', 'دلاله', 'تلميح']);
/** «، ما أثار …»: what came of it. */
const RESULTS = new Set([
  'اثار',
  'دفع',
  'ادي',
  'جعل',
  'يعني',
  'يثير',
  'تسبب',
  'فتح',
  'زاد',
  'اعتبره',
  'اعتبرته',
  'وصفه',
]);

function writersClause(scene: Scene, j: number): boolean {
  const key = keyAt(scene, j);
  const next = keyAt(scene, j + 1);
  if (scene.scan.narrator[j] === 1 || WORDS.afterwords.has(key)) return true;
  if (key === 'في') return IN_A_MOVE.has(next);
  if (key === 'وهو' || key === 'وهي' || key === 'الامر')
    return next === 'ما' || next === 'الذي' || next === 'الامر' || next === 'مما';
  if (key === 'ما') return RESULTS.has(next);
  if (key === 'كلا') return next === 'من';
  return (
    key === 'من' && (next === 'جانبه' || next === 'جهته' || next === 'جهتها' || next === 'جانبها' || next === 'دون')
  );
}

/** Trims conjunctions and punctuation off the end, and keeps marks balanced. */
function trim(scene: Scene, complement: Complement, endToken: number): Stretch | null {
  const { tokens, scan } = scene;
  let end = endToken;
  const first = complement.token;
  while (end > first) {
    const token = tokens[end - 1]!;
    const closing = scan.pairs[scan.closes[end - 1]!];
    if (closing && closing.open >= first) break;
    if (token.text === '%' || token.text === '٪' || token.text === ')' || token.text === ']') break;
    if (token.kind !== 'punctuation' && token.norm !== 'و' && token.norm !== 'ف' && !(token.key === 'وذلك')) break;
    end--;
  }
  if (end <= first) return null;
  return { firstToken: first, endToken: end, start: complement.offset, end: tokens[end - 1]!.end };
}

/**
 * The stretch that a complement reports.
 * @param live whether a verb reports something of its own
 * @param short whether it ends at the first comma
 */
export function reportedStretch(
  scene: Scene,
  complement: Complement,
  live: (hit: number) => boolean,
  short = false,
): { stretch: Stretch; rule: EndRule } | null {
  const { scan, tokens } = scene;
  // Marked words that end in «إن» say no more: what follows their closing mark is not what was reported.
  if (scan.pairs[scan.closes[complement.token]!]) return null;
  const sentenceEnd = Math.min(scan.sentenceEnd[complement.token]!, complement.token + MAX_REPORT);
  let rule: EndRule = 'E1';
  let end = sentenceEnd;
  const container = scan.inside[complement.token]!;
  const nominal = complement.kind === 'object' || complement.kind === 'preposition';
  for (let j = complement.token; j < sentenceEnd; j++) {
    const pair = scan.pairs[scan.opens[j]!];
    if (pair) {
      const close = Math.min(pair.end, sentenceEnd);
      j = close;
      // What follows marked words after a comma is the writer's again.
      if (pair.open === complement.token && isComma(tokens[close + 1]?.text) && complement.kind !== 'preposition') {
        end = close + 1;
        rule = 'E6';
        break;
      }
      continue;
    }
    // A report within marks ends with them at the latest.
    if (container >= 0 && scan.pairs[container]!.close === j) {
      end = j;
      break;
    }
    if (j === complement.token) continue;
    if (tokens[j]!.text === '؛') {
      end = j;
      break;
    }
    const fresh = newReport(scene, j, complement.token, nominal, live);
    if (fresh !== null) {
      end = fresh;
      rule = 'E2';
      break;
    }
    if (scan.sourceAt[j]! >= 0) {
      end = j;
      rule = 'E3';
      break;
    }
    const afterComma = isComma(tokens[j - 1]?.text);
    // «وصف X بأنه كذا، …»: a description is as long as its words.
    if (afterComma && short) {
      end = j;
      rule = 'E5';
      break;
    }
    if (afterComma && (adversative(scene, j, sentenceEnd, live) || writersClause(scene, j))) {
      end = j;
      rule = scan.narrator[j] === 1 ? 'E3' : 'E5';
      break;
    }
  }
  const stretch = trim(scene, complement, end);
  return stretch && { stretch, rule };
}
