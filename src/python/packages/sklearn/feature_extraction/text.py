"""Texts as counts of their words."""

import re

import numpy as np

from .._sparse import SparseMatrix, dense
from ..base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from ..preprocessing import normalize
from ..utils.validation import check_is_fitted, validate_data
from ._stop_words import ENGLISH_STOP_WORDS

__all__ = ["CountVectorizer", "ENGLISH_STOP_WORDS", "TfidfTransformer", "TfidfVectorizer"]


class CountVectorizer(BaseEstimator):
    _limits = {
        "input": "{content, file, filename}",
        "encoding": "str",
        "decode_error": "{ignore, replace, strict}",
        "strip_accents": "{ascii, unicode} | None | callable",
        "lowercase": "bool",
        "preprocessor": "callable | None",
        "tokenizer": "callable | None",
        "stop_words": "{english} | list | None",
        "token_pattern": "str | None",
        "ngram_range": "tuple",
        "analyzer": "{char, char_wb, word} | callable",
        "max_df": "float [0.0, 1.0] | int [1, inf)",
        "min_df": "float [0.0, 1.0] | int [1, inf)",
        "max_features": "int [1, inf) | None",
        "vocabulary": "dict | has __iter__ | None",
        "binary": "bool",
    }

    def __init__(
        self,
        *,
        input="content",
        encoding="utf-8",
        decode_error="strict",
        strip_accents=None,
        lowercase=True,
        preprocessor=None,
        tokenizer=None,
        stop_words=None,
        token_pattern="(?u)\\b\\w\\w+\\b",
        ngram_range=(1, 1),
        analyzer="word",
        max_df=1.0,
        min_df=1,
        max_features=None,
        vocabulary=None,
        binary=False,
        dtype=np.int64,
    ):
        self._keep(locals())

    def build_preprocessor(self):
        if self.preprocessor is not None:
            return self.preprocessor
        if self.strip_accents is None:
            return (lambda text: text.lower()) if self.lowercase else (lambda text: text)
        strip = self.strip_accents if callable(self.strip_accents) else strip_accents
        return (lambda text: strip(text.lower())) if self.lowercase else strip

    def build_tokenizer(self):
        if self.tokenizer is not None:
            return self.tokenizer
        pattern = re.compile(self.token_pattern)
        if pattern.groups > 1:
            raise ValueError("More than 1 capturing group in token pattern. Only a single group should be captured.")
        return pattern.findall

    def get_stop_words(self):
        if self.stop_words == "english":
            return ENGLISH_STOP_WORDS
        return None if self.stop_words is None else frozenset(self.stop_words)

    def build_analyzer(self):
        if callable(self.analyzer):
            return self.analyzer
        if self.analyzer != "word":
            raise NotImplementedError(
                f"{type(self).__name__}: analyzer={self.analyzer!r} is not carried here, 'word' is"
            )
        prepare, tokenize, stop = self.build_preprocessor(), self.build_tokenizer(), self.get_stop_words()
        least, most = self.ngram_range

        def analyze(text):
            words = tokenize(prepare(text.decode(self.encoding) if isinstance(text, bytes) else text))
            if stop is not None:
                words = [word for word in words if word not in stop]
            if most == 1:
                return words
            joined = words if least == 1 else []
            for size in range(max(least, 2), most + 1):
                joined = joined + [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
            return joined

        return analyze

    def _check(self, texts):
        self._check_params()
        if isinstance(texts, str):
            raise ValueError("Iterable over raw text documents expected, string object received.")
        least, most = self.ngram_range
        if least > most:
            raise ValueError(
                f"Invalid value for ngram_range={self.ngram_range} lower boundary larger than the upper boundary."
            )
        if self.input != "content":
            raise NotImplementedError(f"{type(self).__name__}: input={self.input!r} is not carried here, 'content' is")

    def _counted(self, texts, vocabulary, grow):
        """A row of counts for each text; words that are new are added if the vocabulary may grow."""
        analyze, rows = self.build_analyzer(), []
        for text in texts:
            counts = {}
            for word in analyze(text):
                place = vocabulary.setdefault(word, len(vocabulary)) if grow else vocabulary.get(word)
                if place is not None:
                    counts[place] = counts.get(place, 0) + 1
            rows.append(counts)
        table = np.zeros((len(rows), len(vocabulary)), dtype=self._dtype())
        for row, counts in enumerate(rows):
            if counts:
                table[row, list(counts)] = list(counts.values())
        return table

    def _dtype(self):
        return self.dtype

    def fit(self, raw_documents, y=None):
        self.fit_transform(raw_documents)
        return self

    def fit_transform(self, raw_documents, y=None):
        return SparseMatrix(*self._fit_counts(raw_documents))

    def _fit_counts(self, texts):
        """A row of counts for each text, and the columns in the order in which their words occur."""
        self._check(texts)
        self.fixed_vocabulary_ = self.vocabulary is not None
        if self.fixed_vocabulary_:
            self.vocabulary_ = self._given_vocabulary()
            return self._binary(self._counted(texts, self.vocabulary_, grow=False)), None
        vocabulary = {}
        table = self._counted(texts, vocabulary, grow=True)
        if not vocabulary:
            raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        words = sorted(vocabulary)
        table = self._binary(table[:, [vocabulary[word] for word in words]])
        kept = self._frequent(table)
        self.vocabulary_ = {words[place]: column for column, place in enumerate(kept.tolist())}
        return table[:, kept], np.argsort([vocabulary[words[place]] for place in kept.tolist()])

    def _binary(self, table):
        return (table > 0).astype(table.dtype) if self.binary else table

    def _given_vocabulary(self):
        if isinstance(self.vocabulary, dict):
            return dict(self.vocabulary)
        words = sorted(self.vocabulary) if isinstance(self.vocabulary, (set, frozenset)) else list(self.vocabulary)
        if len(set(words)) != len(words):
            again = next(word for place, word in enumerate(words) if word in words[:place])
            raise ValueError(f"Duplicate term in vocabulary: {again!r}")
        return {word: place for place, word in enumerate(words)}

    def _frequent(self, table):
        """The places of the words that are in enough texts and in not too many."""
        count = len(table)
        most = self.max_df if isinstance(self.max_df, int) else self.max_df * count
        least = self.min_df if isinstance(self.min_df, int) else self.min_df * count
        if most < least:
            raise ValueError("max_df corresponds to < documents than min_df")
        texts = (table > 0).sum(axis=0)
        kept = (texts <= most) & (texts >= least)
        if self.max_features is not None and kept.sum() > self.max_features:
            places = np.flatnonzero(kept)
            best = places[np.argsort(-table.sum(axis=0)[places], kind="stable")[: self.max_features]]
            kept[:] = False
            kept[best] = True
        if not kept.any():
            raise ValueError("After pruning, no terms remain. Try a lower min_df or a higher max_df.")
        return np.flatnonzero(kept)

    def transform(self, raw_documents):
        return SparseMatrix(self._count(raw_documents))

    def _count(self, texts):
        if isinstance(texts, str):
            raise ValueError("Iterable over raw text documents expected, string object received.")
        if not hasattr(self, "vocabulary_"):
            if self.vocabulary is None:
                check_is_fitted(self, msg="Vocabulary not fitted or provided")
            self.vocabulary_ = self._given_vocabulary()
        return self._binary(self._counted(texts, self.vocabulary_, grow=False))

    def inverse_transform(self, X):
        names = np.array(self.get_feature_names_out().tolist())
        return [names[row != 0] for row in np.asarray(dense(X))]

    def get_feature_names_out(self, input_features=None):
        if not hasattr(self, "vocabulary_"):
            check_is_fitted(self, msg="Vocabulary not fitted or provided")
        return np.asarray(sorted(self.vocabulary_, key=self.vocabulary_.get), dtype=object)


def strip_accents(text):
    import unicodedata

    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


class TfidfTransformer(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Counts weighed by how few texts have the word."""

    _limits = {
        "norm": "{l1, l2} | None",
        "use_idf": "bool",
        "smooth_idf": "bool",
        "sublinear_tf": "bool",
    }

    def __init__(self, *, norm="l2", use_idf=True, smooth_idf=True, sublinear_tf=False):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        X = validate_data(self, X)
        if self.use_idf:
            extra = int(self.smooth_idf)
            texts = (X > 0).sum(axis=0) + extra
            self.idf_ = np.log((len(X) + extra) / texts) + 1.0
        return self

    def transform(self, X, copy=True):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False).astype(np.float64)
        if self.sublinear_tf:
            X = np.where(X > 0, np.log(np.where(X > 0, X, 1.0)) + 1.0, X)
        if self.use_idf:
            X = X * self.idf_
        return SparseMatrix(normalize(X, norm=self.norm) if self.norm is not None else X)


class TfidfVectorizer(CountVectorizer):
    _limits = {
        "input": "{content, file, filename}",
        "encoding": "str",
        "decode_error": "{ignore, replace, strict}",
        "strip_accents": "{ascii, unicode} | None | callable",
        "lowercase": "bool",
        "preprocessor": "callable | None",
        "tokenizer": "callable | None",
        "analyzer": "{char, char_wb, word} | callable",
        "stop_words": "{english} | list | None",
        "token_pattern": "str | None",
        "ngram_range": "tuple",
        "max_df": "float [0.0, 1.0] | int [1, inf)",
        "min_df": "float [0.0, 1.0] | int [1, inf)",
        "max_features": "int [1, inf) | None",
        "vocabulary": "dict | has __iter__ | None",
        "binary": "bool",
        "norm": "{l1, l2} | None",
        "use_idf": "bool",
        "smooth_idf": "bool",
        "sublinear_tf": "bool",
    }

    def __init__(
        self,
        *,
        input="content",
        encoding="utf-8",
        decode_error="strict",
        strip_accents=None,
        lowercase=True,
        preprocessor=None,
        tokenizer=None,
        analyzer="word",
        stop_words=None,
        token_pattern="(?u)\\b\\w\\w+\\b",
        ngram_range=(1, 1),
        max_df=1.0,
        min_df=1,
        max_features=None,
        vocabulary=None,
        binary=False,
        dtype=np.float64,
        norm="l2",
        use_idf=True,
        smooth_idf=True,
        sublinear_tf=False,
    ):
        self._keep(locals())

    def _weights(self):
        return TfidfTransformer(
            norm=self.norm, use_idf=self.use_idf, smooth_idf=self.smooth_idf, sublinear_tf=self.sublinear_tf
        )

    @property
    def idf_(self):
        if not hasattr(self, "_tfidf"):
            check_is_fitted(self, msg=f"{type(self).__name__} is not fitted yet")
        return self._tfidf.idf_

    def fit_transform(self, raw_documents, y=None):
        counts, order = self._fit_counts(raw_documents)
        self._tfidf = self._weights()
        return SparseMatrix(self._tfidf.fit_transform(counts).toarray(), order)

    def transform(self, raw_documents):
        check_is_fitted(self, msg="The TF-IDF vectorizer is not fitted")
        return self._tfidf.transform(self._count(raw_documents))
