# Groups and fewer dimensions, without labels.
import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import load_iris, make_blobs, make_moons
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.metrics import (
    adjusted_mutual_info_score,
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    fowlkes_mallows_score,
    homogeneity_completeness_v_measure,
    mutual_info_score,
    normalized_mutual_info_score,
    rand_score,
    silhouette_samples,
    silhouette_score,
)
from sklearn.metrics.pairwise import cosine_similarity, euclidean_distances, manhattan_distances, pairwise_distances
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = make_blobs(n_samples=60, centers=3, cluster_std=0.6, random_state=0)
means = KMeans(n_clusters=3, n_init=10, random_state=42).fit(X)
order = np.argsort(means.cluster_centers_[:, 0])
print(means, means.cluster_centers_[order].round(4), round(means.inertia_, 4), means.labels_.shape, means.labels_.dtype, np.bincount(means.labels_))
print(adjusted_rand_score(y, means.labels_), round(silhouette_score(X, means.labels_), 6), (means.predict(X) == means.labels_).all(), means.predict([[0.0, 4.0]]).shape)
print(np.sort(means.transform(X[:1])).round(4), round(means.score(X), 4), means.n_features_in_, means.get_feature_names_out())
begun = KMeans(n_clusters=3, init=X[[0, 1, 2]], n_init=1).fit(X)
print(begun.cluster_centers_[np.argsort(begun.cluster_centers_[:, 0])].round(4), (KMeans(3, n_init=5, random_state=0).fit_predict(X) == KMeans(3, n_init=5, random_state=0).fit_predict(X)).all())
print([round(KMeans(k, n_init=10, random_state=0).fit(X).inertia_, 2) for k in (1, 2, 3)])
print(np.unique(DBSCAN(eps=0.6, min_samples=4).fit_predict(X), return_counts=True), DBSCAN(eps=0.3).fit(make_moons(200, noise=0.05, random_state=0)[0]).core_sample_indices_[:6])
tree = AgglomerativeClustering(n_clusters=3).fit(X)
print(adjusted_rand_score(y, tree.labels_), tree.n_clusters_, tree.children_[-2:].tolist(), AgglomerativeClustering(2, linkage="average").fit_predict([[0.0], [0.1], [5.0]]))

iris = load_iris()
pca = PCA(n_components=2).fit(iris.data)
print(pca, pca.components_.round(5), pca.explained_variance_.round(6), pca.explained_variance_ratio_.round(6), pca.mean_.round(4), pca.singular_values_.round(4), round(pca.noise_variance_, 6))
told = pca.transform(iris.data)
print(told[:2].round(5), pca.inverse_transform(told)[:1].round(4), pca.n_components_, pca.get_feature_names_out())
print(PCA(0.95).fit(iris.data).n_components_, PCA().fit(iris.data).explained_variance_ratio_.cumsum().round(4), PCA(1, whiten=True).fit_transform(iris.data)[:2].round(4))
print(make_pipeline(StandardScaler(), PCA(2)).fit_transform(iris.data)[:2].round(5), pca.get_covariance().round(3)[0], TruncatedSVD(2, random_state=0).fit(iris.data).singular_values_.round(3))

a, b = [0, 0, 1, 1, 2, 2], [0, 0, 1, 2, 2, 2]
print(np.round([rand_score(a, b), adjusted_rand_score(a, b), mutual_info_score(a, b), normalized_mutual_info_score(a, b), adjusted_mutual_info_score(a, b), fowlkes_mallows_score(a, b), *homogeneity_completeness_v_measure(a, b)], 8))
print(calinski_harabasz_score(X, y).__round__(4), davies_bouldin_score(X, y).__round__(6), silhouette_samples(X[:6], [0, 0, 0, 1, 1, 2]).round(5))
P, Q = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[0.0, 0.0], [1.0, 1.0], [3.0, 4.0]])
print(euclidean_distances(P, Q).round(6), manhattan_distances(P, Q), cosine_similarity(P).round(6), pairwise_distances(P, metric="chebyshev"))
for attempt in (
    lambda: KMeans(n_clusters=5).fit(X[:3]),
    lambda: KMeans(n_clusters=0).fit(X),
    lambda: KMeans(n_clusters=2, init=[[0.0, 0.0]]).fit(X),
    lambda: PCA(n_components=9).fit(iris.data),
    lambda: pca.transform(X),
    lambda: silhouette_score(X, np.zeros(60)),
    lambda: DBSCAN(eps=0.0).fit(X),
    lambda: euclidean_distances(P, [[1.0]]),
    lambda: KMeans(2).predict(X),
    lambda: AgglomerativeClustering(n_clusters=None).fit(X),
):
    try:
        print(attempt())
    except ValueError as error:
        print(type(error).__name__, error)
PCA(n_components=2).fit([1.0, 2.0])
