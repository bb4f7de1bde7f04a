/** Reads a paragraph's reports: verb or source phrase, what it reports, and whose words name the speaker. */
import { originalOffset } from '../text/normalise';
import { complementiser, findComplement, keyAt, type Complement, type Scene } from './complement';
import { reportedStretch, type Stretch } from './content';
import type { Features } from './decision';
import { WORDS } from './lexicon';
import type { SpeakerRelation } from './quotes';
import type { CueHit } from './scan';
import { mainSubject, nameSpeaker, subjectBefore, type Naming } from './speaker';
import { tellingFeatures, tellingProbability } from './telling';

export interface Report {
  /** Offsets relative to the paragraph. */
  readonly cue: { readonly start: number; readonly end: number };
  readonly cueToken: number;
  readonly stretch: Stretch;
  readonly kind: Complement['kind'] | 'source' | 'post';
  readonly speaker: Naming | null;
  readonly relation: SpeakerRelation;
  readonly agreement: { readonly gender: 'm' | 'f' | null; readonly number: 's' | 'd' | 'p' | null };
  /** The report in this paragraph whose speaker goes on, or null. */
  readonly follows: Report | null;
  /** Whether the speaker is whoever spoke last before this paragraph's report. */
  readonly inherits: boolean;
  readonly antecedent: Naming | null;
  /** Whether it stands inside another report. */
  readonly nested: boolean;
  /** Whether a second source in its sentence makes no quote of its own. */
  readonly blocks: boolean;
  readonly lemma: string;
  readonly why: readonly string[];
}

interface Attribution {
  readonly speaker: Naming | null;
  readonly relation: SpeakerRelation;
  readonly follows: Report | null;
  readonly inherits: boolean;
  readonly antecedent: Naming | null;
}

const NOBODY: Attribution = { speaker: null, relation: 'none', follows: null, inherits: false, antecedent: null };
const TRANSMITTERS = new Set(['نقل', 'تناقل/تداول']);

/** Offsets of a verb or phrase, conjunction left out. */
function cueSpan(scene: Scene, first: number, end: number, clitic: number): { start: number; end: number } {
  const token = scene.tokens[first]!;
  return {
    start: token.start + (clitic > 0 ? originalOffset(token.text, clitic) : 0),
    end: scene.tokens[end - 1]!.end,
  };
}

/** «نقلت وكالة X عن Y», «ذكرت الوكالة نقلاً عن Y»: Y. */
function transmitted(scene: Scene, hit: CueHit, subjectEnd: number): Naming | null {
  const transmits = TRANSMITTERS.has(hit.form.lemma);
  for (let j = hit.endToken; j + 1 < subjectEnd; j++) {
    const key = keyAt(scene, j);
    const before = keyAt(scene, j - 1);
    const from = key === 'عن' ? transmits || before === 'نقلا' : key === 'لسان' && transmits && before === 'علي';
    if (from) return nameSpeaker(scene, { from: j + 1, end: subjectEnd, clitic: 0 });
  }
  return null;
}

/** How many reports may stand in one another. */
const NESTING = 8;
/** How far a participle's verb, or a source's name, is looked for. */
const MAX_REACH = 120;
const MAX_NAME = 40;
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
function insideReport(reports: readonly Report[], token: number): boolean {
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

/** From this probability on, a verb with its complement reports. */
const THRESHOLD = 0.5;

const finite = (hit: CueHit): boolean => hit.form.form === 'past' || hit.form.form === 'present';

/** The named subject of a finite verb: before it where a name or a headline's noun stands right there, else after it. */
function subjectOf(
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

function attributeParticiple(
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

function attributeFinite(scene: Scene, telling: Telling, previous: Report | null): Attribution {
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
  return { ...NOBODY, relation: 'inherited', inherits: true, follows: previous };
}

/** Whether a verb stands at the head of its clause. */
function isHead(scene: Scene, hit: CueHit): boolean {
  const before = scene.tokens[hit.token - 1];
  return hit.clitic > 0 || hit.form.form === 'participle' || before === undefined || before.kind === 'punctuation';
}

/** Reports of verbs, in order. */
function verbReports(scene: Scene): { reports: Report[]; tellings: (Telling | null)[] } {
  const { scan } = scene;
  const complements = scan.hits.map((hit) => findComplement(scene, hit));
  // «قال شاهد رأى السفينة إن …»: the complement is the first verb's.
  const taken = new Set<number>();
  complements.forEach((complement, index) => {
    if (complement === null) return;
    if (taken.has(complement.token) && !isHead(scene, scan.hits[index]!)) complements[index] = null;
    taken.add(complement.token);
  });
  const tellings = scan.hits.map((hit, index): Telling | null => {
    const complement = complements[index];
    if (!complement) return null;
    // «تنقل لنا الكتب كثيراً …»: carries, tells nothing.
    const far = complement.token - hit.endToken > 10;
    if (far && TRANSMITTERS.has(hit.form.lemma) && !transmitted(scene, hit, complement.subjectEnd)) return null;
    const subject = finite(hit) ? subjectOf(scene, hit, complement.subjectEnd) : null;
    // «أظهرت الصور»: a thing shows, nobody says.
    if (subject?.naming.mention === null && WORDS.evidence.has(keyAt(scene, subject.naming.firstToken))) return null;
    return { hit, complement, subject, features: tellingFeatures(scene, hit, complement, subject) };
  });
  const probabilities = tellings.map((telling) => (telling ? tellingProbability(telling.features) : 0));
  const live = probabilities.map((probability) => probability >= THRESHOLD);
  const reports: Report[] = [];
  const byHit = new Map<number, Report>();
  let previous: Report | null = null;
  scan.hits.forEach((hit, index) => {
    const telling = tellings[index];
    if (!telling || !live[index]) return;
    const { complement } = telling;
    const short = hit.form.lemma === 'وصف';
    const found = reportedStretch(scene, complement, (other) => live[other] === true, short);
    if (!found) return;
    const nested = insideReport(reports, hit.token);
    const attribution =
      hit.form.form === 'participle'
        ? attributeParticiple(scene, hit, byHit, reports)
        : attributeFinite(scene, telling, nested ? null : previous);
    const bare = attribution.speaker === null;
    // «ويُتوقع أن …»: nobody says it.
    if (
      bare &&
      hit.form.impersonal &&
      hit.form.form === 'present' &&
      hit.form.gender === 'm' &&
      (hit.form.group === 'S6' || hit.form.lemma === 'زعم')
    ) {
      if (!nested && (previous === null || previous.cueToken < scan.sentenceStart[hit.token]!)) return;
    }
    const report: Report = {
      cue: cueSpan(scene, hit.token, hit.endToken, hit.clitic),
      cueToken: hit.token,
      stretch: found.stretch,
      kind: complement.kind,
      ...attribution,
      agreement: {
        gender: hit.form.gender,
        number: bare || hit.form.form === 'participle' ? hit.form.number : null,
      },
      nested,
      blocks: !nested && (hit.form.form === 'past' || hit.form.form === 'present'),
      lemma: hit.form.lemma,
      why: [`cue-${hit.form.form}`, `complement-${complement.kind}`, found.rule],
    };
    reports.push(report);
    byHit.set(index, report);
    if (!nested) previous = report;
  });
  return { reports, tellings };
}

/** «وفق X» before or after what it is the source of. */
function sourceReports(scene: Scene, verbs: readonly Report[]): Report[] {
  const { scan, tokens } = scene;
  const reports: Report[] = [];
  // Sentences in which somebody speaks already.
  const blocked = new Set(
    verbs.filter((report) => report.blocks).map((report) => scan.sentenceStart[report.cueToken]!),
  );
  for (const source of scan.sources) {
    if (source.kind === 'tail' || source.nameToken >= tokens.length) continue;
    if (scan.inside[source.token]! >= 0) continue;
    const nameKey = keyAt(scene, source.nameToken);
    if (WORDS.lawHeads.has(nameKey)) continue;
    const start = scan.sentenceStart[source.token]!;
    const end = scan.sentenceEnd[source.token]!;
    if (source.nameToken >= end) continue;
    // A second source beside a speaker makes no quote of its own.
    if (blocked.has(start)) continue;
    const initial = source.token === start || (source.token === start + 1 && tokens[start]!.norm === 'و');
    let nameEnd = source.nameToken;
    const nameLimit = Math.min(end, nameEnd + MAX_NAME);
    while (nameEnd < nameLimit && !/^[،,؛:]$/.test(tokens[nameEnd]!.text) && !/^ف(?:ان|قد)/.test(keyAt(scene, nameEnd)))
      nameEnd++;
    const speaker = nameSpeaker(scene, { from: source.nameToken, end: nameEnd, clitic: source.nameClitic });
    if (!speaker) continue;
    if (source.kind === 'according' && !isKnownSource(scene, speaker)) continue;
    const complement = initial ? initialContent(scene, nameEnd, end) : finalContent(scene, start, source.token);
    if (!complement) continue;
    const found = initial
      ? reportedStretch(scene, complement, () => false)
      : plainStretch(scene, complement, source.token);
    if (!found) continue;
    blocked.add(start);
    const cueEnd = source.kind === 'verb' ? source.nameToken : source.token + 1;
    reports.push({
      ...NOBODY,
      cue: cueSpan(scene, source.token, cueEnd, source.clitic),
      cueToken: source.token,
      stretch: found.stretch,
      kind: 'source',
      speaker,
      relation: 'source-phrase',
      agreement: { gender: null, number: null },
      nested: false,
      blocks: false,
      lemma: keyAt(scene, source.token),
      why: ['source-phrase', initial ? 'source-before' : 'source-after'],
    });
  }
  return reports;
}

/** A source that is named, or described as one who tells; «بحسب الموثوقية» is neither. */
function isKnownSource(scene: Scene, naming: Naming): boolean {
  if (naming.mention !== null) return true;
  for (let j = naming.firstToken; j < naming.endToken; j++) {
    const key = keyAt(scene, j).replace(/^لل|^ل/, '');
    if (scene.mentionAt[j]! >= 0 || WORDS.personHeads.has(key) || WORDS.orgHeads.has(key) || WORDS.sources.has(key))
      return true;
  }
  return false;
}

function initialContent(scene: Scene, from: number, end: number): Complement | null {
  const { tokens } = scene;
  let j = from;
  while (j < end && /^[،,:]$/.test(tokens[j]!.text)) j++;
  if (j >= end || (j === from && !/^ف(?:ان|قد)/.test(keyAt(scene, j)))) return null;
  const key = keyAt(scene, j);
  if (key === 'فان') j++;
  else if (/^فان./.test(key)) {
    const token = tokens[j]!;
    return { kind: 'clause', token: j, offset: token.start + originalOffset(token.text, 1), subjectEnd: j };
  } else if (key === 'فقد') {
    const token = tokens[j]!;
    return { kind: 'clause', token: j, offset: token.start + originalOffset(token.text, 1), subjectEnd: j };
  }
  return j < end ? { kind: 'clause', token: j, offset: tokens[j]!.start, subjectEnd: j } : null;
}

const OPENERS = new Set(['كما', 'و', 'كذلك', 'ايضا', 'ف']);

function finalContent(scene: Scene, start: number, end: number): Complement | null {
  const { tokens, scan } = scene;
  let j = start;
  // «وفقاً للمعطيات الأولية، فإن …، بحسب X»; «ويذكر أن …، بحسب X».
  if (scan.sourceAt[j]! >= 0 || scan.narrator[j] === 1) {
    let k = j;
    while (k < Math.min(end, start + 12) && !/^[،,]$/.test(tokens[k]!.text) && !complementiser(scene, k)) k++;
    if (k + 1 < end && complementiser(scene, k)?.within === false) j = k + 1;
    else if (k + 2 < end && /^[،,]$/.test(tokens[k]!.text)) j = keyAt(scene, k + 1) === 'فان' ? k + 2 : k + 1;
  }
  for (let k = j; k < Math.min(end - 1, start + 14); k++)
    if (/^[-–—]$/.test(tokens[k]!.text) && /^[)\-–—]$/.test(tokens[k - 1]?.text ?? '')) j = k + 1; // a dateline
  while (j < end && (OPENERS.has(keyAt(scene, j)) || tokens[j]!.kind === 'punctuation') && scene.scan.opens[j]! < 0)
    j++;
  if (end - j < 2) return null;
  const token = tokens[j]!;
  const mention = scene.mentions[scene.mentionAt[j]!];
  // «وأوقفت السعودية …»: the conjunction is the writer's.
  const clitic =
    token.key.startsWith('و') && token.norm.length > 3 && (!mention || mention.clitic.startsWith('و')) ? 1 : 0;
  return { kind: 'clause', token: j, offset: token.start + originalOffset(token.text, clitic), subjectEnd: j };
}

function plainStretch(scene: Scene, complement: Complement, end: number): { stretch: Stretch } | null {
  const { tokens } = scene;
  let last = end;
  while (last > complement.token) {
    const token = tokens[last - 1]!;
    if (token.kind !== 'punctuation' && token.key !== 'وذلك' && token.key !== 'و' && token.key !== 'ذلك') break;
    if (scene.scan.closes[last - 1]! >= 0 || token.text === ')' || token.text === '%') break;
    last--;
  }
  if (last <= complement.token) return null;
  return {
    stretch: { firstToken: complement.token, endToken: last, start: complement.offset, end: tokens[last - 1]!.end },
  };
}

/** «…»، قال X: a verb after the marks it reports. */
function postReports(scene: Scene, taken: (pair: number) => boolean): Report[] {
  const { scan, tokens } = scene;
  const reports: Report[] = [];
  for (const hit of scan.hits) {
    if (hit.clitic > 0 || hit.form.form === 'participle' || hit.token === 0) continue;
    const comma = /^[،,]$/.test(tokens[hit.token - 1]!.text);
    const pairIndex = scan.closes[hit.token - (comma ? 2 : 1)] ?? -1;
    const pair = scan.pairs[pairIndex];
    if (!pair || pair.close === null || pair.close - pair.open < 4 || taken(pairIndex)) continue;
    const end = Math.min(scan.sentenceEnd[hit.token]!, hit.endToken + MAX_NAME);
    let subjectEnd = hit.endToken;
    while (subjectEnd < end && !/^[،,:؛.]$/.test(tokens[subjectEnd]!.text) && scan.opens[subjectEnd]! < 0) subjectEnd++;
    const speaker = nameSpeaker(scene, { from: hit.endToken, end: subjectEnd, clitic: 0 });
    reports.push({
      ...NOBODY,
      cue: cueSpan(scene, hit.token, hit.endToken, 0),
      cueToken: hit.token,
      stretch: pairStretch(scene, pair.open, pair.close),
      kind: 'post',
      speaker,
      relation: speaker ? 'vso' : 'inherited',
      inherits: speaker === null,
      agreement: { gender: hit.form.gender, number: speaker ? null : hit.form.number },
      nested: false,
      blocks: false,
      lemma: hit.form.lemma,
      why: ['cue-after'],
    });
  }
  return reports;
}

/** The words between two marks. */
export function pairStretch(scene: Scene, open: number, close: number): Stretch {
  const { tokens } = scene;
  const first = tokens[open + 1]!;
  const last = tokens[close - 1]!;
  return { firstToken: open + 1, endToken: close, start: first.start, end: last.end };
}

/** «…، كما أكد الوزير»: what stands before it is the speaker's. */
function asToldReports(scene: Scene, verbs: readonly Report[]): Report[] {
  const { scan, tokens } = scene;
  const reports: Report[] = [];
  const told = new Set(verbs.map((report) => scan.sentenceStart[report.cueToken]!));
  for (const hit of scan.hits) {
    if (keyAt(scene, hit.token - 1) !== 'كما' || !finite(hit)) continue;
    const start = scan.sentenceStart[hit.token]!;
    const end = Math.min(scan.sentenceEnd[hit.token]!, hit.endToken + MAX_NAME);
    if (hit.token - start < 3 || told.has(start)) continue;
    let subjectEnd = hit.endToken;
    while (subjectEnd < end && !/^[،,؛.]$/.test(tokens[subjectEnd]!.text)) subjectEnd++;
    const speaker = nameSpeaker(scene, { from: hit.endToken, end: subjectEnd, clitic: 0 });
    const complement = speaker && finalContent(scene, start, hit.token - 1);
    const found = complement && plainStretch(scene, complement, hit.token - 1);
    if (!found) continue;
    reports.push({
      ...NOBODY,
      cue: cueSpan(scene, hit.token, hit.endToken, 0),
      cueToken: hit.token,
      stretch: found.stretch,
      kind: 'source',
      speaker,
      relation: 'source-phrase',
      agreement: { gender: hit.form.gender, number: null },
      nested: false,
      blocks: false,
      lemma: hit.form.lemma,
      why: ['source-phrase', 'source-after'],
    });
  }
  return reports;
}

/** Every verb of a paragraph that may report, for fitting the decision. */
export function readTellings(scene: Scene): Telling[] {
  return verbReports(scene).tellings.filter((telling) => telling !== null);
}

/** All reports of a paragraph in order of their cue. */
export function readReports(scene: Scene): Report[] {
  const { reports: verbs } = verbReports(scene);
  const starts = new Set(verbs.map((report) => report.stretch.firstToken));
  const post = postReports(scene, (pair) => starts.has(scene.scan.pairs[pair]!.open));
  const all = [...verbs, ...sourceReports(scene, verbs), ...asToldReports(scene, verbs), ...post];
  return all.sort((a, b) => a.cueToken - b.cueToken || a.stretch.start - b.stretch.start);
}
