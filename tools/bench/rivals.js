// The npm packages that the benchmarks compare our training with, as a worker: it gets rows and classes, trains each
// package's model on them several times and answers with the median milliseconds of each.
import { DecisionTreeClassifier } from 'ml-cart';
import { kmeans } from 'ml-kmeans';
import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
import { RandomForestClassifier } from 'ml-random-forest';

const models = {
  tree: ({ rows, classes }) => new DecisionTreeClassifier({ gainFunction: 'gini', maxDepth: 6 }).train(rows, classes),
  forest: ({ rows, classes }) =>
    new RandomForestClassifier({ nEstimators: 30, seed: 0, treeOptions: { maxDepth: 6 } }).train(rows, classes),
  logistic: ({ rows, classes }) =>
    new LogisticRegression({ numSteps: 100, learningRate: 5e-3 }).train(new Matrix(rows), Matrix.columnVector(classes)),
  kmeans: ({ rows }) => kmeans(rows, 8, { seed: 0 }),
};

onmessage = ({ data }) => {
  const found = {};
  for (const [name, train] of Object.entries(models)) {
    const times = [];
    for (let round = 0; round < data.rounds; round++) {
      const began = performance.now();
      train(data);
      times.push(performance.now() - began);
    }
    found[name] = times.sort((one, two) => one - two)[times.length >> 1];
  }
  postMessage(found);
};
