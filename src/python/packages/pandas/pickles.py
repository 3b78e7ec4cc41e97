"""Objects in files of their own kind."""

import pickle


def read_pickle(filepath_or_buffer, **options):
    with open(filepath_or_buffer, "rb") as file:
        return pickle.load(file)


def to_pickle(obj, filepath_or_buffer, **options):
    with open(filepath_or_buffer, "wb") as file:
        pickle.dump(obj, file)
