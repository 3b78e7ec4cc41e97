text = 'abc'
print(text.upper())
text.push('d')
