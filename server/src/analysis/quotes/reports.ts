/** Reads a paragraph's reports, of verbs, source phrases, and verbs after the words they report. */
import {
  attributeFinite,
  attributeParticiple,
  insideReport,
  subjectOf,
  transmitted,
  type Telling,
} from './attribution';
import { findComplement } from './complement';
import { reportedStretch } from './content';
import { WORDS } from './lexicon';
import { cueSpan, isFinite, MAX_NAME, NOBODY, pairStretch, TRANSMITTERS, type Report } from './report';
import type { CueHit } from './scan';
import { keyAt, type Scene } from './scene';
import { asToldReports, sourceReports } from './source-reports';
import { nameSpeaker } from './speaker';
import { tellingFeatures, tellingProbability } from './telling';

/** From this probability on, a verb with its complement reports. */
const THRESHOLD = 0.5;

/** Whether a verb stands at the head of its clause. */
function isHead(scene: Scene, hit: CueHit): boolean {
  const before = scene.tokens[hit.token - 1];
  return hit.clitic > 0 || hit.form.form === 'participle' || before === undefined || before.kind === 'punctuation';
}

/** Verbs that may report, each with its complement and subject; null where a verb has none. */
function tellingsOf(scene: Scene): (Telling | null)[] {
  const { scan } = scene;
  // «قال شاهد رأى السفينة إن …»: the complement is the first verb's.
  const taken = new Set<number>();
  return scan.hits.map((hit) => {
    const complement = findComplement(scene, hit);
    if (complement === null) return null;
    const mine = !taken.has(complement.token) || isHead(scene, hit);
    taken.add(complement.token);
    if (!mine) return null;
    // «تنقل لنا الكتب كثيراً …»: carries, tells nothing.
    const far = complement.token - hit.endToken > 10;
    if (far && TRANSMITTERS.has(hit.form.lemma) && !transmitted(scene, hit, complement.subjectEnd)) return null;
    const subject = isFinite(hit) ? subjectOf(scene, hit, complement.subjectEnd) : null;
    // «أظهرت الصور»: a thing shows, nobody says.
    if (subject?.naming.mention === null && WORDS.evidence.has(keyAt(scene, subject.naming.firstToken))) return null;
    return { hit, complement, subject, features: tellingFeatures(scene, hit, complement, subject) };
  });
}

/** «ويُتوقع أن …»: nobody says it, unless the sentence has a speaker already. */
function isImpersonal(scene: Scene, { form, token }: CueHit, previous: Report | null): boolean {
  if (!form.impersonal || form.form !== 'present' || form.gender !== 'm') return false;
  if (form.group !== 'S6' && form.lemma !== 'زعم') return false;
  return previous === null || previous.cueToken < scene.scan.sentenceStart[token]!;
}

/** Reports of verbs, in order. */
function verbReports(scene: Scene): Report[] {
  const tellings = tellingsOf(scene);
  const probabilities = tellings.map((telling) => (telling ? tellingProbability(telling.features) : 0));
  const isLive = (index: number): boolean => probabilities[index]! >= THRESHOLD;
  const reports: Report[] = [];
  const byHit = new Map<number, Report>();
  let previous: Report | null = null;
  tellings.forEach((telling, index) => {
    if (!telling || !isLive(index)) return;
    const { hit, complement } = telling;
    const found = reportedStretch(scene, complement, isLive, hit.form.lemma === 'وصف');
    if (!found) return;
    const nested = insideReport(reports, hit.token);
    const attribution =
      hit.form.form === 'participle'
        ? attributeParticiple(scene, hit, byHit, reports)
        : attributeFinite(scene, telling, nested ? null : previous);
    const bare = attribution.speaker === null;
    if (bare && !nested && isImpersonal(scene, hit, previous)) return;
    const report: Report = {
      ...attribution,
      cue: cueSpan(scene, hit.token, hit.endToken, hit.clitic),
      cueToken: hit.token,
      stretch: found.stretch,
      kind: complement.kind,
      agreement: {
        gender: hit.form.gender,
        number: bare || hit.form.form === 'participle' ? hit.form.number : null,
      },
      nested,
      blocks: !nested && isFinite(hit),
      lemma: hit.form.lemma,
      probability: probabilities[index]!,
      why: [`cue-${hit.form.form}`, `complement-${complement.kind}`, found.rule],
    };
    reports.push(report);
    byHit.set(index, report);
    if (!nested) previous = report;
  });
  return reports;
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
      probability: 0.8,
      why: ['cue-after'],
    });
  }
  return reports;
}

/** Every verb of a paragraph that may report, for fitting the decision. */
export function readTellings(scene: Scene): Telling[] {
  return tellingsOf(scene).filter((telling) => telling !== null);
}

/** All reports of a paragraph in order of their cue. */
export function readReports(scene: Scene): Report[] {
  const verbs = verbReports(scene);
  const starts = new Set(verbs.map((report) => report.stretch.firstToken));
  const post = postReports(scene, (pair) => starts.has(scene.scan.pairs[pair]!.open));
  const all = [...verbs, ...sourceReports(scene, verbs), ...asToldReports(scene, verbs), ...post];
  return all.sort((a, b) => a.cueToken - b.cueToken || a.stretch.start - b.stretch.start);
}
