# What a fit draws from numpy's global generator, and what it leaves alone.
import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge, RidgeClassifier
from sklearn.naive_bayes import GaussianNB
from sklearn.svm import SVC, SVR

rng = np.random.RandomState(3)
X = rng.normal(size=(60, 4))
y = (X[:, 0] + 0.5 * X[:, 1] > 0).astype(int)

models = [
    LogisticRegression(),
    LogisticRegression(solver="liblinear"),
    LogisticRegression(solver="newton-cg"),
    LinearRegression(),
    Ridge(),
    RidgeClassifier(),
    Lasso(alpha=0.01),
    GaussianNB(),
    SVC(),
    SVR(),
    PCA(2),
]
for model in models:
    np.random.seed(0)
    model.fit(X, y)
    print(model, np.random.randint(1_000_000), np.random.normal())
