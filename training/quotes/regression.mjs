// Logistic regression over named features, and its evaluation by cross-validation.

/** Fits by gradient descent with momentum; every weight but the bias is pulled to zero by `l2`. */
export function fit(examples, l2) {
  const names = [...new Set(examples.flatMap((example) => example.features))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map((example) => example.features.map((name) => index.get(name)));
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length);
  let bias = 0;
  let biasSpeed = 0;
  const rate = 1 / examples.length;
  for (let step = 0; step < 3000; step++) {
    const gradient = new Float64Array(names.length);
    let biasGradient = 0;
    for (let i = 0; i < rows.length; i++) {
      let score = bias;
      for (const j of rows[i]) score += weights[j];
      const error = 1 / (1 + Math.exp(-score)) - (examples[i].positive ? 1 : 0);
      for (const j of rows[i]) gradient[j] += error;
      biasGradient += error;
    }
    for (let j = 0; j < weights.length; j++) {
      speed[j] = 0.9 * speed[j] - rate * (gradient[j] + l2 * weights[j]);
      weights[j] += speed[j];
    }
    biasSpeed = 0.9 * biasSpeed - rate * biasGradient;
    bias += biasSpeed;
  }
  return { bias, weights: Object.fromEntries(names.map((name, i) => [name, weights[i]])) };
}

export const probability = (model, features) =>
  1 / (1 + Math.exp(-features.reduce((sum, name) => sum + (model.weights[name] ?? 0), model.bias)));

/** Counts and misses when each fold of articles is judged by a model of the others. */
export function crossValidate(articles, folds, l2, threshold = 0.5) {
  const total = { tp: 0, fp: 0, fn: 0, tn: 0 };
  const misses = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = fit(articles.filter((_, i) => i % folds !== fold).flat(), l2);
    for (const example of articles.filter((_, i) => i % folds === fold).flat()) {
      const p = probability(model, example.features);
      const guess = p >= threshold;
      total[guess ? (example.positive ? 'tp' : 'fp') : example.positive ? 'fn' : 'tn']++;
      if (guess !== example.positive) misses.push({ ...example, p });
    }
  }
  const precision = total.tp / (total.tp + total.fp);
  const recall = total.tp / (total.tp + total.fn);
  return { ...total, precision, recall, f1: (2 * precision * recall) / (precision + recall), misses };
}
