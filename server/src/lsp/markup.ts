/**
 * Text for hovers and labels: what an article says is shown as plain text, whatever it contains, and in its own direction.
 *
 * An article may come from anywhere. Its words are never Markdown, HTML, a link or a command, and its bidirectional
 * controls never reach the message around them. Every piece of it stands in an isolate of its own (U+2068 … U+2069), and
 * every block in one of the user's direction, since isolates end with their block.
 */
import type { UiLanguage } from '../protocol';

const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** Text in its own direction; nothing in it can reach outside. */
export function isolate(text: string): string {
  return `${FSI}${text}${PDI}`;
}

/** True for characters that direct text without being seen (UAX #9), Arabic letter mark among them. */
export function isBidiControl(code: number): boolean {
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function isInvisible(code: number): boolean {
  return isBidiControl(code) || code === 0xfeff || (code < 0x20 && code !== 0x09) || (code >= 0x7f && code <= 0x9f);
}

/**
 * An article's words on one line: white space in one piece, no controls, half surrogate pairs made visible, cut after
 * about `limit` UTF-16 units (at a space where there is one) with an ellipsis.
 */
export function excerpt(text: string, limit = 80): string {
  const { line, whole } = toLine(text, limit);
  if (whole) return line;
  const space = line.lastIndexOf(' ', limit);
  const end = space > limit / 2 ? space : limit;
  return `${line.slice(0, end).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The first `limit` units of a text on one line, and whether that is all of it. Reads no further than it needs. */
function toLine(text: string, limit: number): { readonly line: string; readonly whole: boolean } {
  let line = '';
  let space = false;
  // Units that are dropped count too, so that a label never takes the time of a whole article.
  const bound = Math.min(text.length, limit * 4);
  for (let i = 0; i < bound; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0x85 || code === 0xa0 || code === 0x2028 || code === 0x2029) {
      space = line !== '';
      continue;
    }
    if (isInvisible(code)) continue;
    if (space) line += ' ';
    space = false;
    if (code < 0xd800 || code > 0xdfff) line += text[i];
    else if (isPair(code, text.charCodeAt(i + 1))) line += text[i]! + text[++i]!;
    else line += '\ufffd';
    if (line.length > limit) return { line, whole: false };
  }
  return { line, whole: bound === text.length };
}

function isPair(high: number, low: number): boolean {
  return high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Markdown that shows exactly `text`: every ASCII punctuation mark escaped (CommonMark 2.4), `<` and `&` as entities. */
export function escapeMarkdown(text: string): string {
  return text.replace(PUNCTUATION, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));
}

const STRUCTURE = /[`*_[\]<>&#|!~$\\]/g;

/** Our own words: only what could begin a construct is escaped, so that they stay legible in any client. */
function escapeStructure(text: string): string {
  return text.replace(STRUCTURE, escapeMarkdown);
}

/** How to write one kind of message: Markdown or plain text, in one direction. */
export interface Markup {
  /** Words of the article, as they are. */
  words(text: string, limit?: number): string;
  strong(text: string, limit?: number): string;
  /** Words of the article that lead to a place; plain words where the client shows no links. */
  link(text: string, target: string | null, limit?: number): string;
  /** Our own words. */
  own(text: string): string;
  /** Numbers and codes that run from left to right in any language. */
  code(text: string): string;
  /** A line of its own. */
  line(content: string): string;
  /** Lines that belong together. */
  group(lines: readonly string[]): string;
  /** The whole message. */
  document(groups: readonly string[]): string;
}

export interface MarkupOptions {
  readonly language: UiLanguage;
  readonly markdown: boolean;
  /** HTML tags that the client shows inside Markdown; an Arabic message is set to the right where it may. */
  readonly htmlTags: readonly string[];
}

export function createMarkup({ language, markdown, htmlTags }: MarkupOptions): Markup {
  const asIs = (text: string): string => text;
  const [escape, escapeOwn] = markdown ? [escapeMarkdown, escapeStructure] : [asIs, asIs];
  const direction = language === 'ar' ? RLI : LRI;
  const alignRight = markdown && language === 'ar' && htmlTags.includes('div');
  const words = (text: string, limit?: number): string => isolate(escape(excerpt(text, limit)));
  return {
    words,
    strong: (text, limit) => (markdown ? `**${words(text, limit)}**` : words(text, limit)),
    link: (text, target, limit) =>
      markdown && target !== null ? `[${words(text, limit)}](${target})` : words(text, limit),
    own: escapeOwn,
    code: (text) => `${LRI}${escapeOwn(excerpt(text, 120))}${PDI}`,
    line: (content) => `${direction}${content}${PDI}`,
    group: (lines) => lines.join(markdown ? '  \n' : '\n'),
    document(groups) {
      const body = groups.join('\n\n');
      return alignRight ? `<div align="right">\n\n${body}\n\n</div>` : body;
    },
  };
}

/** Characters that a URI may hold inside a Markdown link as they are; all others are percent-encoded. */
const SAFE_IN_LINK = /[A-Za-z0-9\-._~:/?#@!$&+,;=%]/;

/** A link target that opens a place in a file: `uri#L3,5`, line and column from 1; null where it would not be a file's. */
export function placeLink(uri: string, line: number, character: number): string | null {
  if (!/^(file|vscode-remote):/.test(uri)) return null;
  let safe = '';
  for (const unit of uri.split('#')[0] ?? '') {
    safe += SAFE_IN_LINK.test(unit) ? unit : encodeUnit(unit);
  }
  return `${safe}#L${line + 1},${character + 1}`;
}

function encodeUnit(character: string): string {
  // encodeURIComponent throws on half a surrogate pair and leaves ( ) ' * as they are.
  const half = character >= '\ud800' && character <= '\udfff' && character.length === 1;
  return encodeURIComponent(half ? '\ufffd' : character).replace(
    /[()'*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * A label for lists and outlines, which run from left to right: isolated where it begins or ends with something that has
 * no direction of its own, or holds other scripts; a plain Arabic name stays as it is, so that it can be searched.
 */
export function label(text: string, limit = 70): string {
  const line = excerpt(text, limit);
  return /^[\u0620-\u065f\u066e-\u06d5 ]+$/.test(line) || /^[A-Za-z0-9 ]+$/.test(line) ? line : isolate(line);
}
