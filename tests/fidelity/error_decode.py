open('x', 'wb').write(b'\xff')
print(open('x', encoding='utf-8').read())
