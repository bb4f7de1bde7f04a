/** Training of the chain by maximum likelihood: AdaGrad over paragraphs in random order, with dropped features. */
import { sumPaths, transitionPotentials } from '../server/src/analysis/entities/chain';
import { OFFSETS } from '../server/src/analysis/entities/features';
import { LABELS, OUTSIDE, PREDECESSORS } from '../server/src/analysis/entities/labels';
import { seededRandom } from './corpus';
import type { Encoded, EncodedParagraph } from './encode';

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight towards zero. */
  readonly l2: number;
  /** Share of features left out of a token while training: no single clue may carry a name alone. */
  readonly dropout: number;
  readonly seed: number;
  /** Softmax margin: what a wrong label costs while training, and what leaving a name out costs more. */
  readonly margin: number;
  readonly recall: number;
  readonly progress?: (message: string) => void;
}

export interface CrfWeights {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

/** Gradients smaller than this move nothing worth the time. */
const IDLE = 0.002;

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly transitions: Float32Array;
  readonly transitionSquares: Float32Array;
}

/** Active features of each token after dropout, flattened. */
interface Active {
  readonly features: Int32Array;
  readonly bounds: Int32Array;
}

function activeFeatures(data: Encoded, paragraph: EncodedParagraph, keep: () => boolean): Active {
  const length = paragraph.words.length;
  const features: number[] = [];
  const bounds = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) {
    for (let row = 0; row < OFFSETS.length; row++) {
      const list = data.words[paragraph.words[i + OFFSETS[row]!] ?? data.edge]![row]!;
      for (const number of list) if (keep()) features.push(number);
    }
    for (let k = paragraph.bounds[i]!; k < paragraph.bounds[i + 1]!; k++)
      if (keep()) features.push(paragraph.context[k]!);
    bounds[i + 1] = features.length;
  }
  return { features: Int32Array.from(features), bounds };
}

function emissionsOf(active: Active, length: number, weights: Float32Array, scale: number): Float32Array {
  const emissions = new Float32Array(length * LABELS);
  for (let i = 0; i < length; i++) {
    const base = i * LABELS;
    for (let k = active.bounds[i]!; k < active.bounds[i + 1]!; k++) {
      const from = active.features[k]! * LABELS;
      for (let label = 0; label < LABELS; label++) emissions[base + label]! += weights[from + label]!;
    }
    if (scale !== 1) for (let label = 0; label < LABELS; label++) emissions[base + label]! *= scale;
  }
  return emissions;
}

/** Softmax margin (Gimpel and Smith 2010), leaning to recall as in Mohit et al. 2012: wrong paths look better than they are. */
function addCosts(emissions: Float32Array, labels: Uint8Array, { margin, recall }: CrfOptions): void {
  if (margin === 0 && recall === 0) return;
  for (let i = 0; i < labels.length; i++)
    for (let label = 0; label < LABELS; label++)
      if (label !== labels[i]) emissions[i * LABELS + label]! += margin + (label === OUTSIDE ? recall : 0);
}

/** One step on one paragraph; returns its negative log likelihood. */
function step(
  state: State,
  active: Active,
  labels: Uint8Array,
  options: CrfOptions,
  weight: number,
  scale: number,
): number {
  const length = labels.length;
  const emissions = emissionsOf(active, length, state.weights, scale);
  addCosts(emissions, labels, options);
  const pairs = transitionPotentials(state.transitions);
  const lattice = sumPaths(emissions, length, pairs);
  const { marginals, forward, backward, potentials, scales } = lattice;
  let loss = lattice.logSum;
  const pairGradient = new Float64Array(LABELS * LABELS);
  for (let i = 0; i < length; i++) {
    const base = i * LABELS;
    const gold = labels[i]!;
    const before = i === 0 ? OUTSIDE : labels[i - 1]!;
    loss -= emissions[base + gold]! + state.transitions[before * LABELS + gold]!;
    pairGradient[before * LABELS + gold]! -= 1;
    for (let to = 0; to < LABELS; to++) {
      if (i === 0) {
        pairGradient[OUTSIDE * LABELS + to]! += marginals[to]!;
        continue;
      }
      const right = (potentials[base + to]! * backward[base + to]!) / scales[i]!;
      if (right > 0)
        for (const from of PREDECESSORS[to]!)
          pairGradient[from * LABELS + to]! += forward[base - LABELS + from]! * pairs[from * LABELS + to]! * right;
    }
    update(state, active, i, marginals, gold, options, weight * scale);
  }
  for (let pair = 0; pair < pairGradient.length; pair++) {
    const g = pairGradient[pair]! * weight;
    if (Math.abs(g) < IDLE) continue;
    state.transitionSquares[pair]! += g * g;
    state.transitions[pair]! -= (options.rate * g) / Math.sqrt(state.transitionSquares[pair]! + 1e-8);
  }
  return loss;
}

function update(
  state: State,
  active: Active,
  token: number,
  marginals: Float32Array,
  gold: number,
  options: CrfOptions,
  weight: number,
): void {
  const { weights, squares } = state;
  const { rate, l2 } = options;
  const base = token * LABELS;
  const end = active.bounds[token + 1]!;
  for (let label = 0; label < LABELS; label++) {
    const g = (marginals[base + label]! - (label === gold ? 1 : 0)) * weight;
    if (g < IDLE && g > -IDLE) continue;
    for (let k = active.bounds[token]!; k < end; k++) {
      const at = active.features[k]! * LABELS + label;
      const value = g + l2 * weights[at]!;
      const square = squares[at]! + value * value;
      squares[at] = square;
      weights[at]! -= (rate * value) / Math.sqrt(square + 1e-8);
    }
  }
}

/** Moves a mean of `count - 1` items to that of `count`. */
function addMean(mean: Float32Array, item: Float32Array, count: number): void {
  for (let i = 0; i < mean.length; i++) mean[i]! += (item[i]! - mean[i]!) / count;
}

/** Trains from zero; the result is the mean of the later half of the epochs. */
export function trainCrf(data: Encoded, options: CrfOptions): CrfWeights {
  const size = data.hashes.length * LABELS;
  const state: State = {
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(0.1),
    transitions: new Float32Array(LABELS * LABELS),
    transitionSquares: new Float32Array(LABELS * LABELS).fill(0.1),
  };
  const random = seededRandom(options.seed);
  const keep = options.dropout > 0 ? (): boolean => random() >= options.dropout : (): boolean => true;
  const scale = 1 / (1 - options.dropout);
  const mean = { weights: new Float32Array(size), transitions: new Float32Array(LABELS * LABELS), count: 0 };
  const order = Uint32Array.from(data.paragraphs, (_, index) => index);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let loss = 0;
    for (const index of order) {
      const paragraph = data.paragraphs[index]!;
      const active = activeFeatures(data, paragraph, keep);
      loss += step(state, active, paragraph.labels, options, paragraph.weight, scale);
    }
    options.progress?.(`epoch ${epoch}: loss ${(loss / order.length).toFixed(4)} a paragraph`);
    if (epoch > options.epochs / 2) {
      mean.count++;
      addMean(mean.weights, state.weights, mean.count);
      addMean(mean.transitions, state.transitions, mean.count);
    }
  }
  return mean;
}
