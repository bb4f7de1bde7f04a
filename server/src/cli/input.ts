/** Reading articles from files and standard input: UTF-8 only, and a clear reason where that fails. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** An input that cannot be read; the message is for the user. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a directory',
  EACCES: 'permission denied',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? error.message;
}

/** What the bytes look like when they are not UTF-8. */
function encodingHint(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'it looks like UTF-16';
  return 'it may be Windows-1256 or ISO-8859-6';
}

/**
 * Decodes an article. A byte order mark stays in the text, so that offsets count it as the file does.
 * @throws {UnreadableInput} where the bytes are not valid UTF-8.
 */
export function decodeArticle(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableInput(`not valid UTF-8 (${encodingHint(bytes)}); convert it to UTF-8 first`);
  }
}

/**
 * Reads one article; `-` is standard input.
 * @throws {UnreadableInput} with the reason.
 */
export async function readArticleFile(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch (error) {
    throw new UnreadableInput(reasonOf(error));
  }
  return decodeArticle(bytes);
}
