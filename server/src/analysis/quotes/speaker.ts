/** The words that name a speaker: after the verb (VSO), before it (SVO), or round a participle's main clause. */
import type { Mention } from '../entities/mention';
import { originalOffset } from '../text/normalise';
import { keyAt, type Scene } from './scene';
import { WORDS, type CueForm } from './lexicon';

/** Words naming a speaker, as offsets relative to the paragraph. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly endToken: number;
  /** The mention they are, or null for a description («مصادر مطلعة»). */
  readonly mention: number | null;
}

/** Those a speaker speaks to: the press, by kind or by outlet. */
const ADDRESSEE = /^ل(?:لصح[اف]|لاعلام|لتلفز|لنواب|وكال|قنا|صحيف|موقع|شبك|جريد|مجل[ةه]|اذاع|وسائل|برنامج)|^لـ?$/;
/** How many tokens of a clause are looked through for its subject. */
const MAX_CLAUSE = 60;
const MAX_NOMINAL = 14;
const SAYINGS = new Set(['قوله', 'قولها', 'قولهم', 'بالقول', 'بقوله', 'بقولها']);
const FIXED_ADVERBS = new Set(['جانبه', 'جانبها', 'جانبهم', 'جهته', 'جهتها', 'جهتهم', 'ناحيته', 'ناحيتها']);

/** Adjectives, which may follow a definite noun that is the subject: nisbas and comparatives. */
const ADJECTIVE = /^ال.*(?:ي|يه|يون|يين|ان|ين|ات)$|^ال(?:عام|عامه|اعلي|جديد|سابق|اول|اخر|راحل|مركزي)ه?$/;
/** Verbs with somebody or something as object between subject and complement. */
const OBJECT_TAKERS = new Set([
  'وصف',
  'اتّهم',
  'طالب',
  'دعا',
  'حثّ',
  'ناشد',
  'حذّر',
  'اعتبر',
  'أبلغ',
  'أخبر',
  'طمأن',
  'حضّ',
  'نصح',
]);

const isComma = (text: string | undefined): boolean => text === '،' || text === ',';

/** «بيان», «حواره»: where something is said. */
function isVenue(key: string): boolean {
  return WORDS.venues.has(key) || WORDS.venues.has(key.replace(/(?:هم|ها|ه)$/, ''));
}

function isStop(scene: Scene, j: number): boolean {
  const { scan, tokens } = scene;
  const token = tokens[j]!;
  return (
    SAYINGS.has(token.key) ||
    WORDS.relatives.has(token.key) ||
    scan.sourceAt[j]! >= 0 ||
    token.text === ':' ||
    token.text === '؛'
  );
}

/** Skips what may stand between verb and subject: time words, adverbs, «من جانبه», «في بيان». */
export function skipAdverbs(scene: Scene, from: number, end: number): number {
  const { tokens } = scene;
  let j = from;
  while (j < end) {
    const key = keyAt(scene, j);
    if (key === 'من' && FIXED_ADVERBS.has(keyAt(scene, j + 1))) j += 2;
    else if ((WORDS.times.has(key) || WORDS.subjectAdverbs.has(key)) && scene.mentionAt[j]! < 0) j++;
    else if (WORDS.pronounPhrases.has(key)) j++;
    else if (WORDS.periods.has(key) && scene.mentionAt[j]! < 0 && WORDS.periodWords.has(keyAt(scene, j + 1))) j += 2;
    else if (j === from && /^.{3,}ا$/.test(tokens[j]!.norm) && scene.mentionAt[j]! < 0 && !WORDS.personHeads.has(key))
      j++; // «مازحاً»
    else if (isComma(tokens[j]!.text) || tokens[j]!.text === '-') j++;
    // «أ. د. سامي»
    else if (tokens[j]!.norm.length === 1 && tokens[j + 1]?.text === '.') j += 2;
    else if (key === 'في' && isVenue(keyAt(scene, j + 1))) {
      j += 2;
      while (j < end && !isComma(tokens[j]!.text)) j++;
    } else break;
  }
  return j;
}

function offsetsOf(scene: Scene, first: number, end: number, clitic: number): { start: number; end: number } {
  const token = scene.tokens[first]!;
  return {
    start: token.start + (clitic > 0 ? originalOffset(token.text, clitic) : 0),
    end: scene.tokens[end - 1]!.end,
  };
}

function ofMention(scene: Scene, index: number): Naming {
  const mention = scene.mentions[index]!;
  return {
    start: mention.start - scene.blockStart,
    end: mention.end - scene.blockStart,
    firstToken: mention.firstToken,
    endToken: mention.endToken,
    mention: index,
  };
}

/** Whether a mention stands in a place where no subject can: after a preposition or with one attached. */
function governed(scene: Scene, mention: Mention): boolean {
  if (/[بلك]$/.test(mention.clitic)) return true;
  const { tokens } = scene;
  let j = mention.firstToken - 1;
  if (j >= 0 && tokens[j]!.kind === 'punctuation' && scene.scan.opens[j]! >= 0) j--;
  return WORDS.prepositions.has(keyAt(scene, j));
}

/** A person's name that belongs to somebody else: «محامي X», «حكومة X». */
function dependent(scene: Scene, mention: Mention, from: number): boolean {
  for (let j = mention.firstToken - 1; j >= from && j >= mention.firstToken - 3; j--) {
    const key = keyAt(scene, j);
    if (scene.tokens[j]!.kind === 'punctuation') return false;
    // «أمين عام حزب X فلان»: the head is part of another name.
    if (scene.mentionAt[j]! >= 0) return false;
    const stem = key.replace(/^[لب](?=.{3})/, '');
    if (WORDS.relational.has(stem)) return j === mention.firstToken - 1 || !WORDS.personHeads.has(stem);
    if (stem !== key && WORDS.orgHeads.has(stem)) return true;
  }
  return false;
}

function startsObjectNoun(scene: Scene, j: number): boolean {
  const key = keyAt(scene, j);
  const before = keyAt(scene, j - 1);
  if (!key.startsWith('ال') || scene.mentionAt[j]! >= 0) return false;
  return before.startsWith('ال') && !ADJECTIVE.test(key);
}

/** End of the noun phrase that begins at `first`. */
function nominalEnd(scene: Scene, first: number, limit: number, takesObject: boolean): number {
  const { tokens, scan } = scene;
  const end = Math.min(limit, first + MAX_NOMINAL);
  let j = first;
  while (j < end) {
    const token = tokens[j]!;
    if (isStop(scene, j) || isComma(token.text) || scan.hitAt[j]! >= 0) break;
    if (token.kind === 'punctuation' && scan.opens[j]! < 0 && scan.closes[j]! < 0) break;
    if (j > first && WORDS.times.has(token.key)) break;
    if (
      j > first &&
      (token.key === 'خلال' ||
        token.key === 'عبر' ||
        token.key === 'امام' ||
        token.key === 'علي' ||
        token.key === 'الي' ||
        token.key === 'عن')
    )
      break;
    if (j > first && token.key === 'في' && isVenue(keyAt(scene, j + 1))) break;
    if (j > first && (WORDS.subjectAdverbs.has(token.key) || WORDS.responses.has(token.key))) break;
    // «سألت المذيعة ضيفها», «قالت الأم لابنها»: whom she speaks to.
    if (
      j > first &&
      /^.{2,}(?:ها|هم|ه)$/.test(token.norm) &&
      /^ال/.test(keyAt(scene, j - 1)) &&
      scene.mentionAt[j]! < 0
    )
      break;
    // «وصف النائب القرار», «دعت المنظمة جميع الأطراف»: the object.
    if (j > first && takesObject && WORDS.quantifiers.has(token.key)) break;
    if (j > first && takesObject && startsObjectNoun(scene, j)) break;
    // «لوكالة X», «للصحفيين»: the addressee.
    if (j > first && scan.hitAt[j]! < 0 && ADDRESSEE.test(token.key)) break;
    j++;
  }
  while (j > first && tokens[j - 1]!.kind === 'punctuation' && scan.closes[j - 1]! < 0) j--;
  return j;
}

/** The first mention of the wanted kind in a token range, by a test. */
function findMention(scene: Scene, from: number, end: number, test: (mention: Mention) => boolean): number {
  let index = -1;
  for (let j = from; j < end; j++) {
    const at = scene.mentionAt[j]!;
    if (at < 0 || at === index) continue;
    index = at;
    const mention = scene.mentions[at]!;
    if (mention.firstToken >= from && mention.endToken <= end && test(mention)) return at;
  }
  return -1;
}

/** Whether a masculine verb stands right before a feminine noun or country, which then is its object. */
function disagrees(scene: Scene, form: CueForm, first: number): boolean {
  if (form.gender !== 'm' || form.number !== 's' || form.form === 'participle') return false;
  const token = scene.tokens[first]!;
  const mention = scene.mentions[scene.mentionAt[first]!];
  if (mention?.type === 'PER') return false;
  if (mention?.type === 'LOC' && !WORDS.masculinePlaces.has(token.key)) return true;
  return /(?:ة|ات)$/.test(token.norm) || WORDS.feminineNouns.has(token.key);
}

/**
 * The words that name the speaker in a range of tokens that holds the subject (and perhaps an object after it).
 * @param clitic letters of the first token that are no part of the name
 */
export function nameSpeaker(scene: Scene, range: { from: number; end: number; clitic: number }): Naming | null {
  const { tokens, mentionAt, mentions } = scene;
  let from = skipAdverbs(scene, range.from, range.end);
  // «قالت «فاينانشال» إن»: the marks are not part of the name.
  if (from < range.end && (scene.scan.opens[from]! >= 0 || tokens[from]!.text === '#')) from++;
  let end = range.end;
  for (let j = from; j < range.end; j++)
    if (isStop(scene, j)) {
      end = j;
      break;
    }
  if (from >= end) return null;
  const first = tokens[from]!;
  const firstMention = mentions[mentionAt[from]!];
  const clitic = from === range.from ? range.clitic : 0;
  if (WORDS.responses.has(first.key)) return null;
  if (firstMention === undefined && clitic === 0) {
    if (WORDS.prepositions.has(first.key) && first.norm !== 'علي') return null;
    if (first.key.startsWith('ل') && !WORDS.nativeL.has(first.key)) return null;
    if (first.key.startsWith('ب') && !WORDS.nativeB.has(first.key)) return null;
    // «وعد … سيمنح»: a verb.
    if (first.key.length < 3 || /^س[يتن][ا-ي]{2,}$/.test(first.key)) return null;
    if (first.kind === 'punctuation' && scene.scan.opens[from]! < 0) return null;
  }
  const person = findMention(
    scene,
    from,
    end,
    (m) => m.type === 'PER' && !(governed(scene, m) && m.firstToken !== range.from) && !dependent(scene, m, from),
  );
  const verb = scene.scan.hits[scene.scan.hitAt[range.from - 1] ?? -1];
  const takesObject = verb !== undefined && OBJECT_TAKERS.has(verb.form.lemma);
  // «ودعا إيران إلى …», «وطالب الحكومة بـ…»: the verb would agree with its subject.
  if (takesObject && disagrees(scene, verb.form, from)) return null;
  const nominal = (limit = end): Naming | null => {
    const stop = nominalEnd(scene, from, limit, takesObject);
    if (stop <= from) return null;
    const offsets = offsetsOf(scene, from, stop, clitic);
    return { ...offsets, firstToken: from, endToken: stop, mention: null };
  };
  // «يتهم معارضون فلاناً»: several speak, one is the object.
  if (person >= 0 && takesObject && firstMention === undefined && first.norm.endsWith('ون'))
    return nominal(mentions[person]!.firstToken);
  const other = findMention(scene, from, end, (m) => m.type !== 'PER' && m.type !== 'MISC');
  const otherMention = mentions[other];
  // An organisation at the head is the subject; a person further on is then the object («اتهمت تركيا أردوغان»).
  const headed =
    otherMention !== undefined &&
    (otherMention.firstToken === from || (WORDS.orgHeads.has(keyAt(scene, from)) && !governed(scene, otherMention)));
  if (person >= 0 && !(headed && otherMention.firstToken < mentions[person]!.firstToken)) {
    return ofMention(scene, person);
  }
  if (headed) {
    const after = keyAt(scene, otherMention.endToken);
    // «تركيا ومصر»: a group, named by all its words.
    if (after.startsWith('و') && mentionAt[otherMention.endToken]! >= 0) return nominal();
    return ofMention(scene, other);
  }
  return nominal();
}

/** Tokens of the clause before a verb in which its subject may stand (SVO), or null. */
export function subjectBefore(scene: Scene, verb: number): { from: number; end: number; clitic: number } | null {
  const { scan, tokens } = scene;
  const start = scan.sentenceStart[verb]!;
  let end = verb;
  while (end > start && (keyAt(scene, end - 1) === 'قد' || keyAt(scene, end - 1) === 'ايضا')) end--;
  if (end <= start) return null;
  const before = keyAt(scene, end - 1);
  if (WORDS.relatives.has(before))
    return WORDS.vagueTimes.has(keyAt(scene, end - 2)) ? null : antecedentRange(scene, end - 1, start);
  let from = end;
  for (let j = end - 1; j >= start && end - j < 30; j--) {
    const token = tokens[j]!;
    const key = token.key;
    if (
      key === 'كان' ||
      key === 'كانت' ||
      key === 'وكان' ||
      key === 'وكانت' ||
      key === 'كانوا' ||
      key === 'لكن' ||
      key === 'ولكن' ||
      key === 'فيما' ||
      key === 'بينما'
    )
      return j + 1 < end ? { from: j + 1, end, clitic: 0 } : null;
    // «لكنه شدد»: a pronoun is the subject.
    if (/^(?:و|ف)?(?:لكن|ان|لان)(?:ه|ها|هم|هما)$/.test(key)) return null;
    if (key === 'ان' || key === 'فان' || key === 'حيث' || key === 'اذ' || key === 'وان' || key === 'بان') {
      from = j + 1;
      break;
    }
    if (scan.hitAt[j]! >= 0 || key === 'ما' || key === 'وما') return null;
    if (isComma(token.text) && j === end - 1) {
      from = j;
      continue;
    }
    from = j;
  }
  if (from >= end) return null;
  const plural = scan.hits[scan.hitAt[verb]!]?.form.number === 'p';
  return looksLikeSubject(scene, from, end, plural || scene.isTitle) ? { from, end, clitic: 0 } : null;
}

/** A name, a nominal head or a definite noun begins the clause: it can be a subject; a verb or adverb cannot. */
function looksLikeSubject(scene: Scene, from: number, end: number, bare: boolean): boolean {
  const key = keyAt(scene, from);
  if (WORDS.prepositions.has(key) || WORDS.subjectAdverbs.has(key) || WORDS.times.has(key)) return false;
  if (scene.mentionAt[from]! >= 0) return true;
  if (scene.tokens[from]!.kind === 'punctuation') return scene.mentionAt[from + 1]! >= 0;
  if (WORDS.personHeads.has(key) || WORDS.orgHeads.has(key)) return true;
  // An indefinite noun leads where the verb's plural or a headline says so: «مستخدمون آخرون قالوا», «جمعيات تطالب».
  if (bare && scene.tokens[from]!.kind === 'word' && end - from <= 6 && scene.scan.hitAt[from]! < 0) return true;
  return key.startsWith('ال') && end - from <= 12;
}

/** The noun phrase right before a relative pronoun. */
function antecedentRange(
  scene: Scene,
  relative: number,
  start: number,
): { from: number; end: number; clitic: number } | null {
  const { tokens, mentionAt, mentions } = scene;
  let end = relative;
  while (end > start && tokens[end - 1]!.kind === 'punctuation') end--;
  if (end <= start) return null;
  const last = mentions[mentionAt[end - 1]!];
  if (last) return { from: last.firstToken, end: last.endToken, clitic: 0 };
  // Walk back over the noun phrase: definite adjectives, then the head.
  let from = end - 1;
  while (from > start && end - from < 6) {
    const key = keyAt(scene, from);
    if (!key.startsWith('ال')) break;
    const before = keyAt(scene, from - 1);
    if (tokens[from - 1]!.kind === 'punctuation' || WORDS.prepositions.has(before) || scene.scan.hitAt[from - 1]! >= 0)
      break;
    if (!before.startsWith('ال') && !WORDS.personHeads.has(before) && !WORDS.orgHeads.has(before)) break;
    from--;
  }
  return { from, end, clitic: 0 };
}

/** The subject of a sentence's main clause: what stands after its first verb, or the first name no preposition governs. */
export function mainSubject(scene: Scene, from: number, before: number): Naming | null {
  const end = Math.min(before, from + MAX_CLAUSE);
  const second = keyAt(scene, from + 1);
  const first = keyAt(scene, from);
  const verbal =
    scene.mentionAt[from]! < 0 && !first.startsWith('ال') && !WORDS.prepositions.has(first.replace(/^و/, ''));
  const noun = WORDS.personHeads.has(second) || WORDS.orgHeads.has(second) || /^ال|[^ا]و$/.test(second);
  if (from + 1 < end && verbal && noun && !WORDS.times.has(second)) {
    const named = nameSpeaker(scene, { from: from + 1, end: Math.min(end, from + 12), clitic: 0 });
    if (named) return named;
  }
  const free = (m: Mention): boolean => m.type !== 'MISC' && !governed(scene, m);
  const person = findMention(scene, from, end, (m) => m.type === 'PER' && free(m) && !dependent(scene, m, from));
  const any = findMention(scene, from, end, free);
  const index = person >= 0 && any >= 0 && scene.mentions[any]!.type === 'LOC' ? person : any >= 0 ? any : person;
  if (index < 0) return null;
  return ofMention(scene, index);
}
