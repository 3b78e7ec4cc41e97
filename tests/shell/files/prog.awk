# sums
BEGIN { n = 0 }
{ n += $1 }   # add
END {
  if (n > 50)
    print "big", n
  else
    print "small", n
}
