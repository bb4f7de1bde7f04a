/** Learns how far the rest of the article is to be believed: weights of document evidence, on top of fixed scores. */
import { sumPaths, transitionPotentials } from '../server/src/analysis/entities/chain';
import { EVIDENCE, evidenceFor, gatherEvidence } from '../server/src/analysis/entities/evidence';
import { LABELS, OUTSIDE, PREDECESSORS } from '../server/src/analysis/entities/labels';
import { readModel } from '../server/src/analysis/entities/model-file';
import { createModelRecogniser } from '../server/src/analysis/entities/model-recogniser';
import { seededRandom, type LabelledArticle } from './corpus';

/** A paragraph scored by a model that has not seen its article. */
export interface EvidenceExample {
  readonly emissions: Float32Array;
  readonly labels: Uint8Array;
  readonly tokens: Uint32Array;
  readonly vectors: Float32Array;
}

/** Examples from articles that the model was not trained on. */
export function evidenceExamples(model: Uint8Array, articles: readonly LabelledArticle[]): EvidenceExample[] {
  const recogniser = createModelRecogniser(readModel(model));
  return articles.flatMap((article) => {
    const tagged = article.paragraphs.map((paragraph) => recogniser.readParagraph(paragraph.content));
    const gathered = gatherEvidence(tagged);
    return tagged.map((paragraph, index) => ({
      emissions: paragraph.emissions,
      labels: article.paragraphs[index]!.labels,
      ...evidenceFor(paragraph, gathered),
    }));
  });
}

export interface EvidenceOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
  readonly margin: number;
  readonly recall: number;
  readonly progress?: (message: string) => void;
}

export interface EvidenceWeights {
  readonly evidence: Float32Array;
  readonly transitions: Float32Array;
}

/** Trains by AdaGrad from zero evidence and the first pass's transitions. */
export function trainEvidence(
  examples: EvidenceExample[],
  transitions: Float32Array,
  options: EvidenceOptions,
): EvidenceWeights {
  const state = {
    evidence: new Float32Array(EVIDENCE * LABELS),
    evidenceSquares: new Float32Array(EVIDENCE * LABELS).fill(1),
    transitions: transitions.slice(),
    transitionSquares: new Float32Array(LABELS * LABELS).fill(10),
  };
  const random = seededRandom(options.seed);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [examples[i], examples[j]] = [examples[j]!, examples[i]!];
    }
    let loss = 0;
    for (const example of examples) if (example.labels.length > 0) loss += step(state, example, options);
    options.progress?.(`evidence, epoch ${epoch}: loss ${(loss / examples.length).toFixed(4)} a paragraph`);
  }
  return { evidence: state.evidence, transitions: state.transitions };
}

interface State {
  readonly evidence: Float32Array;
  readonly evidenceSquares: Float32Array;
  readonly transitions: Float32Array;
  readonly transitionSquares: Float32Array;
}

function scoresOf(
  state: State,
  { emissions, tokens, vectors, labels }: EvidenceExample,
  options: EvidenceOptions,
): Float32Array {
  const scores = emissions.slice();
  tokens.forEach((token, index) => {
    for (let column = 0; column < EVIDENCE; column++) {
      const value = vectors[index * EVIDENCE + column]!;
      if (value === 0) continue;
      for (let label = 0; label < LABELS; label++)
        scores[token * LABELS + label]! += value * state.evidence[column * LABELS + label]!;
    }
  });
  for (let i = 0; i < labels.length; i++)
    for (let label = 0; label < LABELS; label++)
      if (label !== labels[i]) scores[i * LABELS + label]! += options.margin + (label === OUTSIDE ? options.recall : 0);
  return scores;
}

function step(state: State, example: EvidenceExample, options: EvidenceOptions): number {
  const { labels, tokens, vectors } = example;
  const scores = scoresOf(state, example, options);
  const pairs = transitionPotentials(state.transitions);
  const lattice = sumPaths(scores, labels.length, pairs);
  const { marginals, forward, backward, potentials, scales } = lattice;
  let loss = lattice.logSum;
  const pairGradient = new Float64Array(LABELS * LABELS);
  labels.forEach((gold, i) => {
    const before = i === 0 ? OUTSIDE : labels[i - 1]!;
    loss -= scores[i * LABELS + gold]! + state.transitions[before * LABELS + gold]!;
    pairGradient[before * LABELS + gold]! -= 1;
    for (let to = 0; to < LABELS; to++) {
      const at = i * LABELS + to;
      if (i === 0) pairGradient[to]! += marginals[at]!;
      else {
        const right = (potentials[at]! * backward[at]!) / scales[i]!;
        for (const from of PREDECESSORS[to]!)
          pairGradient[from * LABELS + to]! += forward[(i - 1) * LABELS + from]! * pairs[from * LABELS + to]! * right;
      }
    }
  });
  tokens.forEach((token, index) => {
    for (let label = 0; label < LABELS; label++) {
      const g = marginals[token * LABELS + label]! - (labels[token] === label ? 1 : 0);
      if (Math.abs(g) < 1e-4) continue;
      for (let column = 0; column < EVIDENCE; column++) {
        const value = vectors[index * EVIDENCE + column]!;
        if (value === 0) continue;
        const at = column * LABELS + label;
        const gradient = g * value + options.l2 * state.evidence[at]!;
        state.evidenceSquares[at]! += gradient * gradient;
        state.evidence[at]! -= (options.rate * gradient) / Math.sqrt(state.evidenceSquares[at]!);
      }
    }
  });
  for (let pair = 0; pair < pairGradient.length; pair++) {
    const g = pairGradient[pair]!;
    if (g === 0) continue;
    state.transitionSquares[pair]! += g * g;
    state.transitions[pair]! -= (options.rate * g) / Math.sqrt(state.transitionSquares[pair]!);
  }
  return loss;
}
