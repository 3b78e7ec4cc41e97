"""This program ends with an error. Read the last line first, then the line that it names.
このプログラムはエラーで終わる。まず最後の行を、次にそこが指す行を読もう。"""

params = {"n_estimators": 100, "max_depth": 5}


def describe(params):
    return f"{params['n_estimators']} trees, learning rate {params['learning_rate']}"


print(describe(params))
