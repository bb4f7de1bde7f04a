/** Finds and reads the shipped model for the shells that have a file system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `createAnalyzer` takes. */
export interface ModelFile {
  /** The model's bytes; absent where the file cannot be read. */
  readonly model?: Uint8Array;
  /** Why there are no bytes. */
  readonly modelProblem?: string;
}

/** Beside the bundle, as packaged; else where the repository keeps it. */
const PLACES = [join(__dirname, 'ner.bin'), join(__dirname, '..', '..', 'models', 'ner.bin')];

/**
 * Reads the model. Never throws: without it entities come from rules alone. Whether the bytes are a sound model the
 * core tells when it reads them.
 */
export function loadModelFile(places: readonly string[] = PLACES): ModelFile {
  let problem = 'no place to look for the model';
  for (const place of places) {
    try {
      return { model: readFileSync(place) };
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  return { modelProblem: problem };
}
