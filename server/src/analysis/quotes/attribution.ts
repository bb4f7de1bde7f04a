/** Who speaks in a report: the verb's subject, the source it transmits, or whoever its clause is about. */
import type { Features } from './decision';
import { WORDS } from './lexicon';
import { MAX_NAME, NOBODY, TRANSMITTERS, type Attribution, type Report } from './report';
import type { SpeakerRelation } from './quotes';
import type { CueHit } from './scan';
import { keyAt, type Complement, type Scene } from './scene';
import { mainSubject, nameSpeaker, subjectBefore, type Naming } from './speaker';

/** How many reports may stand in one another. */
const NESTING = 8;
/** How far before a participle its verb is looked for, in tokens. */
const MAX_REACH = 120;
/** «نقلت وكالة X عن Y», «ذكرت الوكالة نقلاً عن Y»: Y. */
export function transmitted(scene: Scene, hit: CueHit, subjectEnd: number): Naming | null {
  const transmits = TRANSMITTERS.has(hit.form.lemma);
  for (let j = hit.endToken; j + 1 < subjectEnd; j++) {
    const key = keyAt(scene, j);
    const before = keyAt(scene, j - 1);
    const from = key === 'عن' ? transmits || before === 'نقلا' : key === 'لسان' && transmits && before === 'علي';
    if (from) return nameSpeaker(scene, { from: j + 1, end: subjectEnd, clitic: 0 });
  }
  return null;
}

/** How far before a participle a verb that reports nothing may still govern it. */
const NEAR = 14;

/** The finite verb of speech that governs a participle: one near by, or the last in the sentence that reports. */
function governingHit(
  scene: Scene,
  token: number,
  byHit: ReadonlyMap<number, Report>,
  reports: readonly Report[],
): number {
  const start = scene.scan.sentenceStart[token]!;
  const pair = scene.scan.inside[token]!;
  for (let j = token - 1; j >= Math.max(start, token - MAX_REACH); j--) {
    const index = scene.scan.hitAt[j]!;
    const form = scene.scan.hits[index]?.form.form;
    if (form === undefined || form === 'participle' || form === 'noun' || scene.scan.inside[j] !== pair) continue;
    const report = byHit.get(index);
    if (report ? !report.nested : token - j <= NEAR && !insideReport(reports, j)) return index;
  }
  return -1;
}

/** Whether a token stands in one of the last reports; those before them have ended. */
export function insideReport(reports: readonly Report[], token: number): boolean {
  for (let i = reports.length - 1; i >= Math.max(0, reports.length - NESTING); i--) {
    const { stretch } = reports[i]!;
    if (stretch.firstToken <= token && token < stretch.endToken) return true;
  }
  return false;
}

/** A verb that may report, with what it would report and its named subject. */
export interface Telling {
  readonly hit: CueHit;
  readonly complement: Complement;
  readonly subject: { readonly naming: Naming; readonly relation: 'vso' | 'svo' } | null;
  readonly features: Features;
}

/** The named subject of a finite verb: before it where a name or a headline's noun stands right there, else after it. */
export function subjectOf(
  scene: Scene,
  hit: CueHit,
  subjectEnd: number,
): { readonly naming: Naming; readonly relation: 'vso' | 'svo' } | null {
  // «الصين التي اتهمها بالتجسس»: the noun before is the object.
  const resumed = hit.pronoun && WORDS.relatives.has(keyAt(scene, hit.token - 1));
  const range = hit.clitic === 0 && !resumed ? subjectBefore(scene, hit.token) : null;
  const before = range && nameSpeaker(scene, range);
  const adjacent = before !== null && range !== null && range.end - before.endToken <= 1;
  if (before && adjacent && (before.mention !== null || scene.isTitle)) return { naming: before, relation: 'svo' };
  const after = nameSpeaker(scene, { from: hit.endToken, end: subjectEnd, clitic: 0 });
  if (after && !(hit.pronoun && hit.endToken >= subjectEnd)) return { naming: after, relation: 'vso' };
  return before && { naming: before, relation: 'svo' };
}

/** The source a sentence begins with, or null. */
function leadingSource(scene: Scene, start: number, end: number): Naming | null {
  const { scan, tokens } = scene;
  const source = scan.sources[scan.sourceAt[start]!] ?? scan.sources[scan.sourceAt[start + 1] ?? -1];
  if (!source || source.kind === 'tail' || WORDS.lawHeads.has(keyAt(scene, source.nameToken))) return null;
  let nameEnd = source.nameToken;
  const nameLimit = Math.min(end, nameEnd + MAX_NAME);
  while (nameEnd < nameLimit && !/^[،,؛:]$/.test(tokens[nameEnd]!.text) && !/^ف(?:ان|قد)/.test(keyAt(scene, nameEnd)))
    nameEnd++;
  return nameSpeaker(scene, { from: source.nameToken, end: nameEnd, clitic: source.nameClitic });
}

export function attributeParticiple(
  scene: Scene,
  hit: CueHit,
  byHit: ReadonlyMap<number, Report>,
  reports: readonly Report[],
): Attribution {
  const { scan } = scene;
  const start = scan.sentenceStart[hit.token]!;
  const relation: SpeakerRelation = hit.form.lemma === 'قول' ? 'possessive' : 'participle';
  const governing = governingHit(scene, hit.token, byHit, reports);
  const earlier = byHit.get(governing);
  if (earlier && !earlier.nested)
    return { speaker: earlier.speaker, relation, follows: earlier, inherits: false, antecedent: earlier.antecedent };
  if (governing >= 0 && !earlier) {
    // «وتابع X موضحاً أن …»: the main verb reports nothing itself.
    const main = scan.hits[governing]!;
    const named = subjectOf(scene, main, hit.token);
    // «ورفض التدخل …، مشيراً»: a definite noun may be the object.
    const definite = keyAt(scene, named?.naming.firstToken ?? -1).startsWith('ال');
    if (named && (!definite || isKnownSource(scene, named.naming)))
      return { ...NOBODY, speaker: named.naming, relation };
  }
  if (earlier) return { ...NOBODY, relation, speaker: earlier.speaker, follows: earlier };
  // «بحسب أحد العاملين، فإن …، موضحاً أن …»: the source goes on.
  const source = leadingSource(scene, start, hit.token);
  if (source) return { ...NOBODY, speaker: source, relation };
  const subject = mainSubject(scene, start, hit.token);
  if (subject) return { ...NOBODY, speaker: subject, relation };
  return { ...NOBODY, relation, inherits: true };
}

export function attributeFinite(scene: Scene, telling: Telling, previous: Report | null): Attribution {
  const { hit, subject, complement } = telling;
  if (hit.form.group === 'S12') return { ...NOBODY, relation: 'anonymous' };
  const source = transmitted(scene, hit, complement.subjectEnd);
  if (source) return { ...NOBODY, speaker: source, relation: 'transmitted' };
  if (subject) return { ...NOBODY, speaker: subject.naming, relation: subject.relation };
  const start = scene.scan.sentenceStart[hit.token]!;
  if (previous && previous.cueToken >= start)
    return { ...NOBODY, relation: 'inherited', follows: previous, antecedent: previous.antecedent };
  if (hit.token > start + 2) {
    const main = mainSubject(scene, start, hit.token);
    if (main) return { ...NOBODY, relation: 'inherited', inherits: true, antecedent: main };
  }
  return { ...NOBODY, relation: 'inherited', inherits: true };
}

/** A source that is named, or described as one who tells; «بحسب الموثوقية» is neither. */
export function isKnownSource(scene: Scene, naming: Naming): boolean {
  if (naming.mention !== null) return true;
  for (let j = naming.firstToken; j < naming.endToken; j++) {
    const key = keyAt(scene, j).replace(/^لل|^ل/, '');
    if (scene.mentionAt[j]! >= 0 || WORDS.personHeads.has(key) || WORDS.orgHeads.has(key) || WORDS.sources.has(key))
      return true;
  }
  return false;
}
