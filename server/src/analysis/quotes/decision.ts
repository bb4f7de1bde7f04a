/** Fitted yes-no decisions: a logistic model over named features that hold or do not. */

/** Names of the features that hold. */
export type Features = readonly string[];

export interface Decision {
  /** Probability of yes. Features the model does not know count for nothing. */
  probability(features: Features): number;
}

/** Compiles weights as training/quotes writes them. */
export function compileDecision(data: {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}): Decision {
  const weights: ReadonlyMap<string, number> = new Map(Object.entries(data.weights));
  return {
    probability: (features) => {
      let score = data.bias;
      for (const name of features) score += weights.get(name) ?? 0;
      return 1 / (1 + Math.exp(-score));
    },
  };
}
