"""First steps: values, a list, a loop, a function.
はじめの一歩：値、リスト、繰り返し、関数。"""

accuracies = [0.81, 0.84, 0.79, 0.88]


def mean(values):
    return sum(values) / len(values)


for run, accuracy in enumerate(accuracies, start=1):
    print(f"run {run}: accuracy {accuracy:.2f}")

best = max(range(len(accuracies)), key=lambda i: accuracies[i])
print(f"mean {mean(accuracies):.3f}, best run {best + 1}")
