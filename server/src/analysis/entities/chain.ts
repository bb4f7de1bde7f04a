/** The linear chain: best path and marginals over label scores. Scores are natural logarithms up to a constant. */
import { LABELS, OUTSIDE, PREDECESSORS, closes, opens } from './labels';

/** Scores of label pairs, `from * LABELS + to`. The edges of a text count as outside. */
export type Transitions = Float32Array;

const mayStart = (label: number): boolean => label === OUTSIDE || opens(label);
const mayEnd = (label: number): boolean => label === OUTSIDE || closes(label);

/** The best label sequence for `length` tokens with scores `emissions[i * LABELS + label]`. */
export function bestPath(emissions: Float32Array, length: number, transitions: Transitions): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * LABELS);
  let before = new Float64Array(LABELS).fill(-Infinity);
  let now = new Float64Array(LABELS);
  for (let to = 0; to < LABELS; to++)
    if (mayStart(to)) before[to] = emissions[to]! + transitions[OUTSIDE * LABELS + to]!;
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < LABELS; to++) {
      let best = -Infinity;
      let from = OUTSIDE;
      for (const candidate of PREDECESSORS[to]!) {
        const score = before[candidate]! + transitions[candidate * LABELS + to]!;
        if (score > best) {
          best = score;
          from = candidate;
        }
      }
      now[to] = best + emissions[i * LABELS + to]!;
      back[i * LABELS + to] = from;
    }
    [before, now] = [now, before];
  }
  let best = OUTSIDE;
  for (let last = 1; last < LABELS; last++) if (mayEnd(last) && before[last]! > before[best]!) best = last;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best;
    best = back[i * LABELS + best]!;
  }
  return path;
}

/** Forward and backward sums of a text, scaled per token so that nothing over- or underflows. */
export interface Lattice {
  /** P(label at token), `i * LABELS + label`. */
  readonly marginals: Float32Array;
  /** Natural logarithm of the sum over all paths. */
  readonly logSum: number;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** exp(emission - largest emission of the token). */
  readonly potentials: Float64Array;
  /** Scale of each token's forward sums. */
  readonly scales: Float64Array;
}

/** exp() of transitions, forbidden pairs 0. Made once per model. */
export function transitionPotentials(transitions: Transitions): Float64Array {
  const out = new Float64Array(LABELS * LABELS);
  for (let to = 0; to < LABELS; to++)
    for (const from of PREDECESSORS[to]!) out[from * LABELS + to] = Math.exp(transitions[from * LABELS + to]!);
  return out;
}

function emissionPotentials(emissions: Float32Array, length: number): { potentials: Float64Array; peak: number } {
  const potentials = new Float64Array(length * LABELS);
  let peak = 0;
  for (let i = 0; i < length; i++) {
    const base = i * LABELS;
    let largest = -Infinity;
    for (let label = 0; label < LABELS; label++) largest = Math.max(largest, emissions[base + label]!);
    for (let label = 0; label < LABELS; label++)
      potentials[base + label] = Math.exp(emissions[base + label]! - largest);
    peak += largest;
  }
  return { potentials, peak };
}

/** Sums over all label sequences. Linear in the length. */
export function sumPaths(emissions: Float32Array, length: number, pairs: Float64Array): Lattice {
  const { potentials, peak } = emissionPotentials(emissions, length);
  const forward = new Float64Array(length * LABELS);
  const backward = new Float64Array(length * LABELS);
  const scales = new Float64Array(length);
  const marginals = new Float32Array(length * LABELS);
  let logSum = peak;
  for (let i = 0; i < length; i++) {
    const base = i * LABELS;
    let sum = 0;
    for (let to = 0; to < LABELS; to++) {
      let score = 0;
      if (i === 0) score = mayStart(to) ? pairs[OUTSIDE * LABELS + to]! : 0;
      else for (const from of PREDECESSORS[to]!) score += forward[base - LABELS + from]! * pairs[from * LABELS + to]!;
      score *= potentials[base + to]!;
      forward[base + to] = score;
      sum += score;
    }
    // A text whose every path underflows keeps finite numbers: the scale is never zero.
    const scale = sum > 1e-300 ? sum : 1e-300;
    scales[i] = scale;
    logSum += Math.log(scale);
    for (let to = 0; to < LABELS; to++) forward[base + to]! /= scale;
  }
  const weighted = new Float64Array(LABELS);
  for (let i = length - 1; i >= 0; i--) {
    const base = i * LABELS;
    if (i === length - 1) for (let label = 0; label < LABELS; label++) backward[base + label] = mayEnd(label) ? 1 : 0;
    else {
      for (let to = 0; to < LABELS; to++)
        weighted[to] = (potentials[base + LABELS + to]! * backward[base + LABELS + to]!) / scales[i + 1]!;
      for (let to = 0; to < LABELS; to++) {
        const value = weighted[to]!;
        if (value > 0)
          for (const from of PREDECESSORS[to]!) backward[base + from]! += pairs[from * LABELS + to]! * value;
      }
    }
    let sum = 0;
    for (let label = 0; label < LABELS; label++) sum += forward[base + label]! * backward[base + label]!;
    if (i === length - 1) logSum += Math.log(Math.max(sum, 1e-300));
    for (let label = 0; label < LABELS; label++)
      marginals[base + label] = (forward[base + label]! * backward[base + label]!) / Math.max(sum, 1e-300);
  }
  return { marginals, logSum, forward, backward, potentials, scales };
}
