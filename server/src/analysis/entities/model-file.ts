/**
 * The shipped model's bytes → tables.
 *
 * Layout (little endian): magic «ANLM», format version u32, length of the whole file u32, checksum u32 of all that
 * follows, number of sections u32, then for each section a four-letter name, offset u32 and length u32; then the
 * sections. Hash lists are sorted and stored as differences in variable-length integers.
 */
import { checksum } from './hashing';
import { LABELS } from './labels';
import { CLUSTERINGS, NAME_COLUMNS, createLexicon, type Lexicon } from './lexicon';
import { createWeightTable, strideOf, type WeightTable } from './weight-table';

export const MODEL_MAGIC = 0x4d4c4e41;
export const MODEL_FORMAT = 2;
export const HEADER_BYTES = 20;

/** What the model says of itself. */
export interface ModelInfo {
  /** Version of the trained model, shown with an analysis. */
  readonly name: string;
  readonly trained: string;
}

export interface TaggerModel {
  readonly info: ModelInfo;
  readonly lexicon: Lexicon;
  /** Weights of features of one word seen from a distance: looked up once per spelling. */
  readonly words: WeightTable;
  /** Weights of features of several words: looked up at every token, so kept apart and small. */
  readonly context: WeightTable;
  readonly transitions: Float32Array;
  readonly clitics: WeightTable;
  /** Weights of document evidence, EVIDENCE rows of LABELS; empty where the model has none. */
  readonly evidence: Float32Array;
  readonly evidenceTransitions: Float32Array;
  /** Hashes of multi-word names (positive) and of their beginnings, with a type set each; see name-lists.ts. */
  readonly lists: { readonly hashes: Int32Array; readonly codes: Uint8Array };
}

/** The bytes are no usable model; the message says why, in English, for logs. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Reads bytes in order; never past the end. */
class Reader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    this.#need(4);
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  bytes(length: number): Uint8Array {
    this.#need(length);
    const out = new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at, length);
    this.#at += length;
    return out;
  }

  /** Ascending unsigned integers, stored as differences: seven bits a byte, low bits first. */
  ascending(count: number): Int32Array {
    const out = new Int32Array(count);
    const view = this.#view;
    let at = this.#at;
    let value = 0;
    for (let i = 0; i < count; i++) {
      let shift = 0;
      for (;;) {
        if (at >= view.byteLength || shift > 28) throw new ModelError('a list of hashes in the model file is broken');
        const byte = view.getUint8(at++);
        // The sum may pass 2^31: hashes are 32-bit patterns, so wrapping around is right.
        value = (value + ((byte & 0x7f) << shift)) | 0;
        if (byte < 0x80) break;
        shift += 7;
      }
      out[i] = value;
    }
    this.#at = at;
    return out;
  }

  floats(count: number): Float32Array {
    this.#need(count * 4);
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = this.#view.getFloat32(this.#at + i * 4, true);
    this.#at += count * 4;
    return out;
  }

  #need(length: number): void {
    if (this.#at + length > this.#view.byteLength) throw new ModelError('a section of the model file ends too early');
  }
}

/** A list length that a file of this size can hold; anything else would ask for absurd memory. */
const MAX_ITEMS = 4_000_000;

function readHashes(reader: Reader): Int32Array {
  const count = reader.u32();
  if (count > MAX_ITEMS) throw new ModelError(`the model file announces ${count} hashes`);
  return reader.ascending(count);
}

function readLexicon(reader: Reader): Lexicon {
  const hashes = readHashes(reader);
  const counts = reader.bytes(hashes.length).slice();
  const raw = reader.bytes(hashes.length * CLUSTERINGS * 2);
  const clusters = new Uint16Array(hashes.length * CLUSTERINGS);
  for (let i = 0; i < clusters.length; i++) clusters[i] = raw[i * 2]! | (raw[i * 2 + 1]! << 8);
  const packed = reader.bytes((hashes.length * NAME_COLUMNS) / 2);
  const names = new Uint8Array(hashes.length * NAME_COLUMNS);
  for (let i = 0; i < packed.length; i++) {
    names[i * 2] = packed[i]! & 15;
    names[i * 2 + 1] = packed[i]! >> 4;
  }
  return createLexicon({ hashes, counts, clusters, names });
}

/** Rows store a bit mask of their non-zero weights, then those weights. */
function readWeights(reader: Reader): WeightTable {
  const hashes = readHashes(reader);
  const width = reader.u32();
  if (width > 24 || width * hashes.length > 24 * MAX_ITEMS) throw new ModelError('the model file has too many weights');
  const scales = reader.bytes(hashes.length);
  const maskBytes = Math.ceil(width / 8);
  const masks = reader.bytes(hashes.length * maskBytes);
  const packed = reader.bytes(reader.u32());
  const stride = strideOf(width);
  const rows = new Int8Array(hashes.length * stride);
  let at = 0;
  for (let row = 0; row < hashes.length; row++) {
    const base = row * stride;
    rows[base] = scales[row]!;
    for (let byte = 0; byte < maskBytes; byte++)
      for (let mask = masks[row * maskBytes + byte]!, to = base + 1 + byte * 8; mask !== 0; mask >>= 1, to++)
        if ((mask & 1) !== 0) rows[to] = packed[at++]!;
  }
  if (at !== packed.length) throw new ModelError('the weights of the model file do not fit their masks');
  return createWeightTable(hashes, width, rows);
}

/**
 * The sections of a sound model file.
 * @throws {ModelError}
 */
export function readSections(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.byteLength < HEADER_BYTES) throw new ModelError('the model file is too short to be a model');
  const header = new Reader(bytes);
  if (header.u32() !== MODEL_MAGIC) throw new ModelError('the file is not a model of this program');
  const format = header.u32();
  if (format !== MODEL_FORMAT)
    throw new ModelError(`the model file has format ${format}, this program reads ${MODEL_FORMAT}`);
  const length = header.u32();
  if (length !== bytes.byteLength)
    throw new ModelError(`the model file has ${bytes.byteLength} bytes, it should have ${length}`);
  const sum = header.u32();
  if (checksum(bytes.subarray(16)) !== sum) throw new ModelError('the model file is damaged: its checksum is wrong');
  const sections = new Map<string, Uint8Array>();
  const count = header.u32();
  for (let i = 0; i < count && i < 64; i++) {
    const name = String.fromCharCode(...header.bytes(4));
    const offset = header.u32();
    const size = header.u32();
    if (offset + size > bytes.byteLength) throw new ModelError(`section ${name} lies outside the model file`);
    sections.set(name, bytes.subarray(offset, offset + size));
  }
  return sections;
}

/** ASCII JSON: the core has no text decoder of its own that every host shares. */
function readInfo(bytes: Uint8Array): ModelInfo {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const value = JSON.parse(text) as Partial<ModelInfo>;
  return { name: String(value.name), trained: String(value.trained) };
}

/**
 * Reads a model.
 * @throws {ModelError} where the bytes are cut, damaged, or of another format.
 */
export function readModel(bytes: Uint8Array): TaggerModel {
  const sections = readSections(bytes);
  const section = (name: string): Reader => {
    const found = sections.get(name);
    if (found === undefined) throw new ModelError(`the model file has no section ${name}`);
    return new Reader(found);
  };
  const evidence = section('EVID');
  const evidenceRows = evidence.u32();
  const lists = section('LIST');
  const listHashes = readHashes(lists);
  return {
    info: readInfo(sections.get('INFO') ?? new Uint8Array()),
    lexicon: readLexicon(section('LEXI')),
    words: readWeights(section('WORD')),
    context: readWeights(section('CONT')),
    transitions: section('TRAN').floats(LABELS * LABELS),
    clitics: readWeights(section('CLIT')),
    evidenceTransitions: evidence.floats(LABELS * LABELS),
    evidence: evidence.floats(evidenceRows * LABELS),
    lists: { hashes: listHashes, codes: lists.bytes(listHashes.length).slice() },
  };
}
