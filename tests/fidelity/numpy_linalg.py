# Linear algebra.
import numpy as np

A = np.array([[2.0, 1.0], [1.0, 3.0]])
B = np.array([[1, 2, 3], [4, 5, 6]])
v = np.array([1, 2])
print(A @ v, np.dot(A, A), A.dot(v), np.matmul(A, A), v @ v, np.vdot(v, v), np.inner(v, v), np.outer(v, v), B @ B.T, np.dot(3, v), sep="\n")
print(np.linalg.inv(A), np.linalg.det(A).round(6), np.linalg.solve(A, v), np.linalg.matrix_rank(A), np.trace(A), np.linalg.norm(v), np.linalg.norm(A), sep="\n")
print(np.linalg.norm(v, 1), np.linalg.norm(v, np.inf), np.linalg.norm(B, axis=1), np.linalg.norm(B, axis=0, keepdims=True), np.linalg.norm(A, 2), np.linalg.norm(A, "nuc").round(6), np.linalg.norm(A, 1))
w, V = np.linalg.eigh(A)
print(w, np.abs(V), np.allclose(A @ V, V * w), np.linalg.eigvalsh(A))
w, V = np.linalg.eig(np.array([[2.0, 0.0], [1.0, 3.0]]))
print(w, np.allclose(np.array([[2.0, 0], [1, 3]]) @ V, V * w), np.linalg.eigvals([[1, 2], [3, 4]]).round(6), V.round(6))
C = np.array([[4.0, 1, 2], [0.5, 3, 1], [1, 0, 2]])
w, V = np.linalg.eig(C)
print(sorted(w.round(6).tolist()), np.allclose(C @ V, V * w), np.linalg.norm(V, axis=0).round(6))
w, V = np.linalg.eig(A)
print(w.round(6), np.allclose(A @ V, V * w), type(np.linalg.eig(A)).__name__, np.linalg.eig(A).eigenvalues.shape)
U, s, Vt = np.linalg.svd(B)
print(U.shape, s.round(6), Vt.shape, np.allclose(U @ np.diag(s) @ Vt[:2], B), np.linalg.svd(B, full_matrices=False)[2].shape, np.linalg.svd(B, compute_uv=False).round(6))
Q, R = np.linalg.qr(A)
print(np.allclose(Q @ R, A), np.allclose(Q.T @ Q, np.eye(2)), R.round(6), Q.round(6), np.linalg.qr(B.T)[0].shape)
print(np.linalg.cholesky(A), np.linalg.pinv(B).round(6), np.linalg.slogdet(A), np.linalg.cond(A).round(6), np.linalg.matrix_power(A, 3), np.linalg.matrix_power(A, -1), sep="\n")
x = np.array([0, 1, 2, 3])
y = np.array([-1, 0.2, 0.9, 2.1])
X = np.vstack([x, np.ones(4)]).T
coef, residuals, rank, singular = np.linalg.lstsq(X, y, rcond=None)
print(coef.round(6), residuals.round(6), rank, singular.round(6))
theta = np.linalg.inv(X.T @ X) @ X.T @ y
print(theta.round(6), np.linalg.solve(X.T @ X, X.T @ y).round(6), np.linalg.solve(A, np.eye(2)).round(6))
print(np.einsum("ij,j->i", A, v), np.einsum("ii", A), np.einsum("ij,jk->ik", A, A), np.einsum("ij->ji", B), np.tensordot(A, A, axes=1), np.tensordot(A, A), np.kron(A, [1, 0]))
stack = np.array([A, A * 2])
print((stack @ A).shape, np.linalg.det(stack).round(6), np.linalg.inv(stack).shape, np.linalg.solve(stack, np.ones((2, 2, 1))).shape, np.linalg.eigh(stack)[0].round(6), (stack @ v).shape)
print(np.matmul(np.ones((2, 1, 3)), np.ones((3, 2))).shape, np.linalg.multi_dot([A, A, v]), np.linalg.matrix_rank(np.ones((3, 3))), np.linalg.det(np.eye(3)), np.linalg.tensorsolve if False else "", np.linalg.norm([[1, 2], [3, 4]], "fro"))
print(np.cov(x, y).round(6), np.corrcoef(x, y).round(6), np.linalg.inv([[1, 2], [3, 4]]), np.linalg.det([[1, 2], [3, 4]]), np.float32(np.linalg.inv(A.astype(np.float32)).dtype == np.float32))


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: np.linalg.inv(np.ones((2, 2))))
tried(lambda: np.linalg.solve(np.zeros((2, 2)), v))
tried(lambda: np.linalg.inv(B))
tried(lambda: np.linalg.det(v))
tried(lambda: np.linalg.cholesky(-A))
tried(lambda: np.linalg.solve(A, [1, 2, 3]))
tried(lambda: np.linalg.eig(B))
tried(lambda: np.linalg.lstsq(X, [1, 2], rcond=None))
tried(lambda: np.linalg.norm(A, "bad"))
tried(lambda: np.linalg.matrix_power(B, 2))
tried(lambda: np.linalg.qr(v))
tried(lambda: B @ B)
tried(lambda: np.dot(B, B))
tried(lambda: np.linalg.LinAlgError.__name__)
tried(lambda: np.linalg.svd([[np.nan, 1.0], [1, 2]])[1])
