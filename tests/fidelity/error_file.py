with open('missing.csv') as f:
    print(f.read())
