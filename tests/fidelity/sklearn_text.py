# Texts as counts.
import numpy as np
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer, TfidfTransformer, TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

corpus = [
    "This is the first document.",
    "This document is the second document.",
    "And this is the third one.",
    "Is this the first document?",
]
counts = CountVectorizer()
X = counts.fit_transform(corpus)
print(repr(X))
print(X.toarray(), counts.get_feature_names_out(), sorted(counts.vocabulary_.items()))
print(counts.transform(["a new document is this document"]).toarray(), X.shape, X.nnz, X.sum(), counts)
print(CountVectorizer(stop_words="english").fit(corpus).get_feature_names_out(), len(ENGLISH_STOP_WORDS), "the" in ENGLISH_STOP_WORDS)
print(CountVectorizer(ngram_range=(1, 2), min_df=2).fit(corpus).get_feature_names_out())
print(CountVectorizer(max_features=3).fit(corpus).get_feature_names_out(), CountVectorizer(max_df=0.5).fit(corpus).get_feature_names_out())
print(CountVectorizer(binary=True, vocabulary=["document", "is"]).fit_transform(corpus).toarray().tolist(), CountVectorizer(lowercase=False).fit(corpus).get_feature_names_out()[:3])
print(CountVectorizer(token_pattern=r"[a-z]+").build_analyzer()("It's a Test, isn't it"), CountVectorizer(strip_accents="unicode").build_analyzer()("café"), counts.inverse_transform(X[:1]))
tfidf = TfidfVectorizer()
W = tfidf.fit_transform(corpus)
print(W.toarray().round(5), tfidf.idf_.round(6))
print(W[0])
print(TfidfVectorizer(norm=None, use_idf=False, sublinear_tf=True).fit_transform(corpus).toarray().round(4)[1], TfidfTransformer(smooth_idf=False).fit_transform(X).toarray().round(4)[2])
print(cosine_similarity(W).round(4), tfidf.transform(["first second"]).toarray().round(4))
mails = ["win money now", "free money offer", "meeting at noon", "lunch at noon today", "win a free prize", "project meeting today"]
kinds = np.array(["spam", "spam", "ham", "ham", "spam", "ham"])
model = make_pipeline(TfidfVectorizer(), MultinomialNB()).fit(mails, kinds)
print(model.predict(["free prize money", "noon meeting"]), model.predict_proba(["win lunch"]).round(5), model.score(mails, kinds), model)
print(make_pipeline(CountVectorizer(), MultinomialNB(alpha=0.5)).fit(mails, kinds).predict_log_proba(["money today"]).round(5))
for attempt in (
    lambda: CountVectorizer().fit("one text"),
    lambda: CountVectorizer().fit(["the", "a"]) and CountVectorizer(stop_words="english").fit(["the", "and"]),
    lambda: CountVectorizer().transform(["x"]),
    lambda: CountVectorizer(ngram_range=(2, 1)).fit(corpus),
    lambda: CountVectorizer(min_df=5).fit(corpus),
    lambda: CountVectorizer(min_df=1.5).fit(corpus),
    lambda: TfidfVectorizer().transform(["x"]),
    lambda: CountVectorizer().fit([1, 2]),
    lambda: len(X),
):
    try:
        print(attempt())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
CountVectorizer().get_feature_names_out()
