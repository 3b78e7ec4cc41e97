for cell in ['1', '2.5', 'n/a']:
    print(float(cell))
