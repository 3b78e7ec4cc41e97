import sys
print('a')
sys.exit('stopped: no data')
