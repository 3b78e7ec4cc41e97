print('never')
if x = 3:
    pass
