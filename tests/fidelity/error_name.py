total = 1
print(total)
print(totl)
