# What tutorials write with arrays: regression, classes, distances, a game.
import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(100, 3))
true = np.array([1.5, -2.0, 0.5])
y = X @ true + 0.1 * rng.standard_normal(100)
w = np.zeros(3)
for step in range(200):
    gradient = 2 / len(y) * X.T @ (X @ w - y)
    w -= 0.1 * gradient
print("weights", w.round(4), f"mse {np.mean((X @ w - y) ** 2):.6f}", np.allclose(w, np.linalg.lstsq(X, y, rcond=None)[0], atol=1e-3))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


labels = (X[:, 0] + X[:, 1] > 0).astype(int)
theta = np.zeros(X.shape[1] + 1)
Xb = np.c_[np.ones(len(X)), X]
for _ in range(300):
    theta -= 0.5 * Xb.T @ (sigmoid(Xb @ theta) - labels) / labels.size
predicted = (sigmoid(Xb @ theta) >= 0.5).astype(int)
print("accuracy", (predicted == labels).mean(), theta.round(3))
confusion = np.zeros((2, 2), dtype=int)
np.add.at(confusion, (labels, predicted), 1)
print(confusion)

W1, b1 = rng.normal(0, 0.5, (2, 4)), np.zeros(4)
W2, b2 = rng.normal(0, 0.5, (4, 1)), np.zeros((1, 1))
inputs, targets = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])
for epoch in range(2000):
    hidden = np.tanh(inputs @ W1 + b1)
    output = sigmoid(hidden @ W2 + b2)
    delta = output - targets
    back = (delta @ W2.T) * (1 - hidden**2)
    W2 -= 0.5 * hidden.T @ delta
    b2 -= 0.5 * delta.sum(axis=0, keepdims=True)
    W1 -= 0.5 * inputs.T @ back
    b1 -= 0.5 * back.sum(axis=0)
print(output.round(2).ravel(), output.shape)

points = np.vstack([rng.normal(0, 1, (20, 2)), rng.normal(6, 1, (20, 2))])
centres = points[[0, 39]]
for _ in range(5):
    distance = np.linalg.norm(points[:, np.newaxis] - centres, axis=2)
    nearest = distance.argmin(axis=1)
    centres = np.array([points[nearest == k].mean(axis=0) for k in range(2)])
print(centres.round(4), np.bincount(nearest))

centred = X - X.mean(axis=0)
values, vectors = np.linalg.eigh(np.cov(centred, rowvar=False))
order = values.argsort()[::-1]
print((values[order] / values.sum()).round(4), np.abs(vectors[:, order]).round(4))

order = np.random.RandomState(42).permutation(len(X))
train, test = order[:80], order[80:]
print(test[:5], X[train].shape, len(np.intersect1d(train, test)))
mean, std = X[train].mean(axis=0), X[train].std(axis=0)
print(((X[test] - mean) / std).mean(axis=0).round(4))

board = np.zeros((6, 6), dtype=int)
board[1:4, 2] = 1
for _ in range(2):
    around = sum(np.roll(board, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
    board = ((around == 3) | ((board == 1) & (around == 2))).astype(int)
print(board)
image = np.arange(64, dtype=np.uint8).reshape(8, 8)
print(image[2:4, 2:4], 255 - image[0, :3], image.mean(), image.reshape(4, 2, 4, 2).mean(axis=(1, 3)), (image / 255.0).max().round(4), image[::-1, ::-1][0, :3])
onehot = np.eye(3, dtype=int)[[0, 2, 1, 0]]
print(onehot, onehot.argmax(axis=1), np.cumsum(onehot, axis=0)[-1])
batches = np.array_split(np.arange(10), 3)
print([batch.tolist() for batch in batches], [len(X[i : i + 32]) for i in range(0, 100, 32)])
paths = rng.choice([-1, 1], size=(5, 50)).cumsum(axis=1)
print(paths[:, -1], (np.abs(paths) >= 8).any(axis=1), paths.max(axis=1))
inside = (rng.random((10000, 2)) ** 2).sum(axis=1) <= 1
print("pi is about", 4 * inside.mean())
print(np.where(np.arange(1, 16) % 15 == 0, "FizzBuzz", np.where(np.arange(1, 16) % 5 == 0, "Buzz", np.arange(1, 16).astype(str))))
