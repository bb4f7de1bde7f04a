/** Files by URI on Node. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from './lsp/user-files';

/** Reads and writes `file:` URIs. A file is replaced whole, so that nobody ever reads half of it. */
export const nodeFiles: FileAccess = {
  handles: (uri) => uri.startsWith('file:'),
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  },
  async write(uri, text) {
    const path = fileURLToPath(uri);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    await writeFile(temporary, text, 'utf8');
    await rename(temporary, path);
  },
};
