/** Reports of source phrases: «وفق X، …», «…، بحسب X», «…، كما أكد X». */
import { originalOffset } from '../text/normalise';
import { isKnownSource } from './attribution';
import { reportedStretch, type Stretch } from './content';
import { WORDS } from './lexicon';
import { cueSpan, isFinite, MAX_NAME, NOBODY, type Report } from './report';
import { complementiser, keyAt, type Complement, type Scene } from './scene';
import { nameSpeaker } from './speaker';

/** «وفق X» before or after what it is the source of. */
export function sourceReports(scene: Scene, verbs: readonly Report[]): Report[] {
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
      probability: 0.85,
      why: ['source-phrase', initial ? 'source-before' : 'source-after'],
    });
  }
  return reports;
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

/** «…، كما أكد الوزير»: what stands before it is the speaker's. */
export function asToldReports(scene: Scene, verbs: readonly Report[]): Report[] {
  const { scan, tokens } = scene;
  const reports: Report[] = [];
  const told = new Set(verbs.map((report) => scan.sentenceStart[report.cueToken]!));
  for (const hit of scan.hits) {
    if (keyAt(scene, hit.token - 1) !== 'كما' || !isFinite(hit)) continue;
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
      probability: 0.85,
      why: ['source-phrase', 'source-after'],
    });
  }
  return reports;
}
