/** Tables → the shipped model's bytes; the counterpart of server/src/analysis/entities/model-file.ts. */
import { checksum } from '../server/src/analysis/entities/hashing';
import type { LexiconTables } from '../server/src/analysis/entities/lexicon';
import {
  HEADER_BYTES,
  MODEL_FORMAT,
  MODEL_MAGIC,
  readSections,
  type ModelInfo,
} from '../server/src/analysis/entities/model-file';
import { scaleOf } from '../server/src/analysis/entities/weight-table';

/** Weights before quantisation: `values[i * width + column]` belongs to `hashes[i]`. */
export interface RawWeights {
  readonly hashes: Int32Array;
  readonly width: number;
  readonly values: Float32Array;
}

export interface RawModel {
  readonly info: ModelInfo;
  readonly lexicon: LexiconTables;
  /** Weights of features of one word, and of features of several. */
  readonly words: RawWeights;
  readonly context: RawWeights;
  readonly transitions: Float32Array;
  readonly clitics: RawWeights;
  readonly evidence: Float32Array;
  readonly evidenceTransitions: Float32Array;
  readonly lists: { readonly hashes: Int32Array; readonly codes: Uint8Array };
}

class Writer {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  u8(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  u32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.u8((value >>> shift) & 255);
  }

  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.u8((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.u8(rest);
  }

  put(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  floats(values: Float32Array): void {
    const bytes = new Uint8Array(values.length * 4);
    const view = new DataView(bytes.buffer);
    values.forEach((value, index) => view.setFloat32(index * 4, value, true));
    this.put(bytes);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Positions in ascending order of the unsigned hashes. */
function sortedOrder(hashes: Int32Array): Uint32Array {
  return Uint32Array.from(hashes, (_, index) => index).sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0));
}

function writeHashes(writer: Writer, hashes: Int32Array, order: Uint32Array): void {
  writer.u32(hashes.length);
  let last = 0;
  for (const index of order) {
    const value = hashes[index]! >>> 0;
    writer.varint(value - last);
    last = value;
  }
}

function lexiconSection(tables: LexiconTables): Uint8Array {
  const writer = new Writer();
  const order = sortedOrder(tables.hashes);
  const clusterings = tables.hashes.length === 0 ? 0 : tables.clusters.length / tables.hashes.length;
  const columns = tables.hashes.length === 0 ? 0 : tables.names.length / tables.hashes.length;
  writeHashes(writer, tables.hashes, order);
  for (const index of order) writer.u8(tables.counts[index]!);
  for (const index of order)
    for (let level = 0; level < clusterings; level++) {
      const id = tables.clusters[index * clusterings + level]!;
      writer.u8(id & 255);
      writer.u8(id >> 8);
    }
  for (const index of order)
    for (let column = 0; column < columns; column += 2)
      writer.u8(tables.names[index * columns + column]! | (tables.names[index * columns + column + 1]! << 4));
  return writer.done();
}

function weightSection({ hashes, width, values }: RawWeights): Uint8Array {
  const writer = new Writer();
  const order = sortedOrder(hashes);
  writeHashes(writer, hashes, order);
  writer.u32(width);
  const maskBytes = Math.ceil(width / 8);
  const scales = new Uint8Array(hashes.length);
  const masks = new Uint8Array(hashes.length * maskBytes);
  const packed = new Writer();
  let count = 0;
  order.forEach((index, row) => {
    const weights = values.subarray(index * width, (index + 1) * width);
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-5);
    scales[row] = Math.min(255, Math.max(0, 128 + Math.ceil(8 * Math.log2(largest))));
    const scale = scaleOf(scales[row]!);
    weights.forEach((weight, column) => {
      const value = Math.max(-127, Math.min(127, Math.round(weight / scale)));
      if (value === 0) return;
      masks[row * maskBytes + (column >> 3)]! |= 1 << (column & 7);
      packed.u8(value & 255);
      count++;
    });
  });
  writer.put(scales);
  writer.put(masks);
  writer.u32(count);
  writer.put(packed.done());
  return writer.done();
}

function floatSection(head: number | null, ...parts: Float32Array[]): Uint8Array {
  const writer = new Writer();
  if (head !== null) writer.u32(head);
  for (const part of parts) writer.floats(part);
  return writer.done();
}

function listSection(lists: RawModel['lists']): Uint8Array {
  const writer = new Writer();
  const order = sortedOrder(lists.hashes);
  writeHashes(writer, lists.hashes, order);
  for (const index of order) writer.u8(lists.codes[index]!);
  return writer.done();
}

type Section = readonly [name: string, bytes: Uint8Array];

/** The weights of document evidence as a section. */
export function evidenceSection(evidence: Float32Array, transitions: Float32Array): Section {
  const labels = Math.sqrt(transitions.length);
  return ['EVID', floatSection(evidence.length / labels, transitions, evidence)];
}

/** Packs a model. The same tables give the same bytes. */
export function writeModel(model: RawModel): Uint8Array {
  return writeSections([
    ['INFO', new TextEncoder().encode(JSON.stringify(model.info))],
    ['LEXI', lexiconSection(model.lexicon)],
    ['WORD', weightSection(model.words)],
    ['CONT', weightSection(model.context)],
    ['TRAN', floatSection(null, model.transitions)],
    ['CLIT', weightSection(model.clitics)],
    evidenceSection(model.evidence, model.evidenceTransitions),
    ['LIST', listSection(model.lists)],
  ]);
}

/** A model with some sections replaced. */
export function replaceSections(model: Uint8Array, sections: readonly Section[]): Uint8Array {
  const all = readSections(model);
  for (const [name, bytes] of sections) all.set(name, bytes);
  return writeSections([...all]);
}

function writeSections(sections: readonly Section[]): Uint8Array {
  const body = new Writer();
  body.u32(sections.length);
  let offset = HEADER_BYTES + sections.length * 12;
  for (const [name, bytes] of sections) {
    for (const letter of name) body.u8(letter.charCodeAt(0));
    body.u32(offset);
    body.u32(bytes.length);
    offset += bytes.length;
  }
  for (const [, bytes] of sections) body.put(bytes);
  const rest = body.done();
  const out = new Writer();
  out.u32(MODEL_MAGIC);
  out.u32(MODEL_FORMAT);
  out.u32(rest.length + 16);
  out.u32(checksum(rest));
  out.put(rest);
  return out.done();
}
