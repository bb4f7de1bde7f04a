/** The linear chain: best path and marginals over label scores. Scores are natural logarithms up to a constant. */
import { LABELS, OUTSIDE, PREDECESSORS, closes, opens } from './labels';

/** Scores of label pairs, `from * LABELS + to`. The edges of a text count as outside. */
export type Transitions = Float32Array;

const mayStart = (label: number): boolean => label === OUTSIDE || opens(label);
const mayEnd = (label: number): boolean => label === OUTSIDE || closes(label);

/** Allowed pairs, flat: those that lead to label `to` are `STARTS[to] .. STARTS[to + 1]`, from label `FROM[pair]`. */
const FROM = Uint8Array.from(PREDECESSORS.flat());
const STARTS = Uint8Array.from({ length: LABELS + 1 }, (_, to) =>
  PREDECESSORS.slice(0, to).reduce((sum, list) => sum + list.length, 0),
);

/** Scores of the allowed pairs, in their flat order. */
function flatten(table: ArrayLike<number>): Float64Array {
  const out = new Float64Array(FROM.length);
  for (let to = 0; to < LABELS; to++)
    for (let pair = STARTS[to]!; pair < STARTS[to + 1]!; pair++) out[pair] = table[FROM[pair]! * LABELS + to]!;
  return out;
}

/** The best label sequence for `length` tokens with scores `emissions[i * LABELS + label]`. */
export function bestPath(emissions: Float32Array, length: number, transitions: Transitions): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const pairs = flatten(transitions);
  const back = new Uint8Array(length * LABELS);
  let before = new Float64Array(LABELS).fill(-Infinity);
  let now = new Float64Array(LABELS);
  for (let to = 0; to < LABELS; to++)
    if (mayStart(to)) before[to] = emissions[to]! + transitions[OUTSIDE * LABELS + to]!;
  for (let i = 1; i < length; i++) {
    const base = i * LABELS;
    let pair = 0;
    for (let to = 0; to < LABELS; to++) {
      const end = STARTS[to + 1]!;
      let best = -Infinity;
      let from = 0;
      for (; pair < end; pair++) {
        const candidate = FROM[pair]!;
        const score = before[candidate]! + pairs[pair]!;
        if (score > best) {
          best = score;
          from = candidate;
        }
      }
      now[to] = best + emissions[base + to]!;
      back[base + to] = from;
    }
    const swap = before;
    before = now;
    now = swap;
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

/** Labels that score this much less than a token's best hold less than a hundred-millionth: they count as nothing. */
const NEGLIGIBLE = 20;

function emissionPotentials(emissions: Float32Array, length: number): { potentials: Float64Array; peak: number } {
  const potentials = new Float64Array(length * LABELS);
  let peak = 0;
  for (let i = 0; i < length; i++) {
    const base = i * LABELS;
    let largest = emissions[base]!;
    for (let label = 1; label < LABELS; label++)
      if (emissions[base + label]! > largest) largest = emissions[base + label]!;
    for (let label = 0; label < LABELS; label++) {
      const below = emissions[base + label]! - largest;
      if (below > -NEGLIGIBLE) potentials[base + label] = Math.exp(below);
    }
    peak += largest;
  }
  return { potentials, peak };
}

/** Sums over all label sequences. Linear in the length. */
export function sumPaths(emissions: Float32Array, length: number, pairs: Float64Array): Lattice {
  const { potentials, peak } = emissionPotentials(emissions, length);
  const flat = flatten(pairs);
  const { forward, scales, logScale } = sumForward(potentials, length, pairs, flat);
  const backward = new Float64Array(length * LABELS);
  const marginals = new Float32Array(length * LABELS);
  const weighted = new Float64Array(LABELS);
  let logSum = peak + logScale;
  for (let i = length - 1; i >= 0; i--) {
    const base = i * LABELS;
    if (i === length - 1) for (let label = 0; label < LABELS; label++) backward[base + label] = mayEnd(label) ? 1 : 0;
    else {
      const next = base + LABELS;
      for (let to = 0; to < LABELS; to++)
        weighted[to] = (potentials[next + to]! * backward[next + to]!) / scales[i + 1]!;
      let pair = 0;
      for (let to = 0; to < LABELS; to++) {
        const value = weighted[to]!;
        const end = STARTS[to + 1]!;
        if (value > 0) for (; pair < end; pair++) backward[base + FROM[pair]!]! += flat[pair]! * value;
        pair = end;
      }
    }
    let sum = 0;
    for (let label = 0; label < LABELS; label++) sum += forward[base + label]! * backward[base + label]!;
    if (sum < TINY) sum = TINY;
    if (i === length - 1) logSum += Math.log(sum);
    for (let label = 0; label < LABELS; label++)
      marginals[base + label] = (forward[base + label]! * backward[base + label]!) / sum;
  }
  return { marginals, logSum, forward, backward, potentials, scales };
}

/**
 * A token whose other labels all score this much less than outside is taken to be outside, whatever stands beside it.
 * Measured on unseen outlets: no mention changes for any value from 3 up; two tokens in three are clear at 6.
 */
const CLEAR = 6;

/** Whether a token is clearly outside by the scores that it has so far. */
export function isClear(emissions: Float32Array, token: number): boolean {
  const base = token * LABELS;
  const limit = emissions[base + OUTSIDE]! - CLEAR;
  for (let label = 1; label < LABELS; label++) if (emissions[base + label]! > limit) return false;
  return true;
}

/** More than any sum of pair scores can win back. */
const FORBIDDEN = 100;

/** The tokens of a text that need decoding, with their scores side by side. */
export interface Condensed {
  /** Tokens kept: all that are not clear, and the first clear one after each stretch of them, which parts it from the next. */
  readonly tokens: Uint32Array;
  readonly emissions: Float32Array;
}

/**
 * Leaves clear tokens out: they part a text into stretches that do not depend on each other, and two tokens in three
 * are clear. Best path and marginals of what is left are those of the text, but for what clear tokens' other labels hold.
 */
export function condense(emissions: Float32Array, length: number): Condensed {
  const tokens: number[] = [];
  let open = false;
  for (let i = 0; i < length; i++) {
    const clear = isClear(emissions, i);
    if (!clear || open) tokens.push(i);
    open = !clear;
  }
  const out = new Float32Array(tokens.length * LABELS);
  for (let k = 0; k < tokens.length; k++) {
    const from = tokens[k]! * LABELS;
    // A clear token is outside: no name may reach over it and over the tokens left out behind it.
    const clear = isClear(emissions, tokens[k]!);
    for (let label = 0; label < LABELS; label++)
      out[k * LABELS + label] = clear && label !== OUTSIDE ? emissions[from]! - FORBIDDEN : emissions[from + label]!;
  }
  return { tokens: Uint32Array.from(tokens), emissions: out };
}

/** A text whose every path underflows keeps finite numbers: no scale is smaller. */
const TINY = 1e-300;

function sumForward(
  potentials: Float64Array,
  length: number,
  pairs: Float64Array,
  flat: Float64Array,
): { forward: Float64Array; scales: Float64Array; logScale: number } {
  const forward = new Float64Array(length * LABELS);
  const scales = new Float64Array(length);
  let logScale = 0;
  for (let i = 0; i < length; i++) {
    const base = i * LABELS;
    const last = base - LABELS;
    let sum = 0;
    let pair = 0;
    for (let to = 0; to < LABELS; to++) {
      const end = STARTS[to + 1]!;
      let score = 0;
      if (potentials[base + to] === 0) {
        pair = end;
        continue;
      }
      if (i === 0) score = mayStart(to) ? pairs[OUTSIDE * LABELS + to]! : 0;
      else for (; pair < end; pair++) score += forward[last + FROM[pair]!]! * flat[pair]!;
      score *= potentials[base + to]!;
      forward[base + to] = score;
      sum += score;
    }
    const scale = sum > TINY ? sum : TINY;
    scales[i] = scale;
    logScale += Math.log(scale);
    for (let to = 0; to < LABELS; to++) forward[base + to]! /= scale;
  }
  return { forward, scales, logScale };
}
