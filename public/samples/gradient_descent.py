"""A straight line learned by gradient descent, without any library.
ライブラリなしで、勾配降下法により直線を学習する。"""

import random

random.seed(0)
xs = [i / 10 for i in range(50)]
ys = [3.0 * x + 2.0 + random.gauss(0, 0.3) for x in xs]

weight, bias, rate = 0.0, 0.0, 0.05

for epoch in range(201):
    errors = [weight * x + bias - y for x, y in zip(xs, ys)]
    loss = sum(e * e for e in errors) / len(errors)
    if epoch % 20 == 0:
        print(f"epoch {epoch:3d}  loss {loss:8.4f}  y = {weight:.3f} x + {bias:.3f}")
    weight -= rate * 2 * sum(e * x for e, x in zip(errors, xs)) / len(xs)
    bias -= rate * 2 * sum(errors) / len(xs)
