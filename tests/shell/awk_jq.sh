awk '{print $1}' poem.txt
##
awk '{print $NF, NF}' poem.txt
##
awk -F, '{s+=$2} END {print s, s/NR}' data/scores.csv
##
awk -F, '$2 > 10 {print $1}' data/scores.csv
##
awk 'NR==2' poem.txt; awk 'NR>1 && NR<4 {print NR": "$0}' poem.txt
##
awk '/road/,/travel/ {print NR}' poem.txt
##
awk 'BEGIN {for (i=0;i<3;i++) printf "%d-%s ", i, "x"; print ""}'
##
awk '{c[$1]++} END {for (k in c) print k, c[k]}' dup.txt | sort
##
awk 'BEGIN {print length("hello"), substr("hello",2,3), index("hello","l"), toupper("ab"), tolower("AB")}'
##
awk 'BEGIN {n=split("a:b:c",a,":"); print n, a[1], a[3]}'
##
awk '{gsub(/o/,"0"); print}' poem.txt; echo aaa | awk '{sub("a","b")}1'; echo hello | awk '{gsub(/l/,"[&]")}1'
##
awk 'BEGIN {print match("foobar","o+"), RSTART, RLENGTH}'
##
awk -v x=5 'BEGIN {print x*2; print x "" 3}'
##
awk 'BEGIN {OFS="-"} {$1=$1; print}' poem.txt | head -1; awk 'BEGIN{FS=","; OFS="\t"} {print $1,$3}' data/scores.csv
##
awk 'BEGIN {printf "%5.2f|%-5s|%05d|%x|%c|%%\n", 3.14159, "ab", 42, 255, 65}'
##
awk 'function f(a,b) {return a+b} BEGIN {print f(1,2)}'
##
awk 'function fill(arr) {arr["x"]=1} BEGIN {fill(z); print z["x"]}'
##
awk 'BEGIN {while ((getline line < "poem.txt") > 0) n++; print n}'
##
awk 'BEGIN {"echo hi" | getline x; print x}'
##
awk '{print > "out_" NR ".txt"} END {close("out_1.txt")}' numbers.txt; cat out_1.txt out_3.txt
##
awk 'BEGIN {print 1/3, 1e6, 1e20, 0.1+0.2, 100000 * 100000, 3.0}'
##
awk 'BEGIN {print (1 < 2), ("a" < "b"), 1==1.0, "1"==1; print !0, !1, -3 % 2, 2^3, 2**3}'
##
awk 'BEGIN {x["a"]; if ("a" in x) print "in"; if (!("b" in x)) print "not"; delete x["a"]; print ("a" in x)}'
##
awk 'BEGIN {i=5; print i++, i, ++i, i--, i}'
##
awk '$1 ~ /^t/ {print $1}' poem.txt dup.txt; awk '$0 !~ /the/' poem.txt
##
awk 'END {print NR, $0}' numbers.txt
##
awk '{print FILENAME, FNR, NR}' numbers.txt dup.txt | tail -2
##
awk 'BEGIN {exit 3} END {print "end"}'; echo $?
##
awk '{ if ($1 > 5) print "big"; else print "small" }' numbers.txt
##
awk 'BEGIN { do { i++; if (i==2) continue; if (i==4) break; print i } while (i<10) }'
##
awk '{ print | "sort -n" }' numbers.txt
##
awk 'BEGIN { printf "no newline" }'; echo; awk 'BEGIN { print "a" "b" 1+2 }'
##
awk '{ total += $1; if ($1 > max) max = $1 } END { print total, max }' numbers.txt
##
awk 'BEGIN { print substr("hello", 0), substr("hello", 4, 10) }'
##
awk 'NF' empty.log poem.txt | wc -l; awk 'length > 25' poem.txt; awk 'length($0) < 25' poem.txt
##
awk 'BEGIN { a["x",1]=5; for (k in a) { split(k, p, SUBSEP); print p[1], p[2] } }'
##
awk 'BEGIN { print int(3.9), int(-3.9), sqrt(16), exp(0), log(1) }'
##
awk -F'[,:]' '{print $2}' data/scores.csv; awk -F '\t' '{print NF}' poem.txt | head -1
##
printf 'a b\nc d\n\ne f\n' | awk 'BEGIN{RS=""}{print NR": "$1" "$3}'
##
printf 'a;b;c' | awk 'BEGIN{RS=";"}{print}'
##
awk '{$2=""; print}' poem.txt | head -1; awk '{NF=2; print}' poem.txt | head -1; awk '{$7="new"; print NF}' poem.txt | head -1
##
awk 'BEGIN { s = "x"; s = s s; s = s s; print s; print length(s) }'
##
awk 'BEGIN { print 1 > "/dev/stderr" }'; awk 'BEGIN { print "x" | "cat" ; close("cat"); print "y" }'
##
awk 'BEGIN { print $1' ; echo $?
##
awk 'BEGIN { print ( }'; awk 'BEGIN { x = 5
 y = * 3
}'; echo $?; awk 'BEGIN { print 5 % 0 }'; awk '/abc'; awk 'BEGIN { "abc }'
##
echo 1 | awk '{ x = 0
 print 1 / x }'; awk 'BEGIN { x = 0; print 1 % x }'; echo $?; awk '{ print 1 / ($1 - 9) }' numbers.txt
##
awk 'BEGIN { print 1/0 }'; echo $?
##
awk '{print}' nosuch; echo $?
##
awk 'NR%2==0 {next} {print}' numbers.txt; awk 'FNR==2{nextfile} {print FILENAME}' numbers.txt dup.txt
##
awk 'BEGIN { $0 = "a b c"; print $2, NF; $5 = "e"; print; print NF }'
##
awk 'BEGIN{print length()}' ; echo "x y" | awk '{print length}'
##
awk 'BEGIN { print -2^2, 2^3^2, 1 - -1, 10 % 3 * 2 }'
##
awk 'BEGIN { print "A" < "a", 10 < 9, "10" < "9" }' ; echo "10 9" | awk '{print ($1 < $2)}'
##
awk 'BEGIN{x = "3abc"; print x+1; print +x; print x ""}'
##
awk 'BEGIN { if (!(3 in a)) print "no"; a[3]; for (i in a) print i }' ; awk '{ a[NR]=$0 } END { for (i=NR;i>0;i--) print a[i] }' numbers.txt
##
awk -f prog.awk numbers.txt
##
echo '{"a":1,"b":[1,2,{"c":"x"}]}' | jq .
##
echo '{"a":1,"b":[1,2,{"c":"x"}]}' | jq -c '.b'; echo '{"a":{"b":2}}' | jq '.a.b'; echo '[1,2,3]' | jq '.[1]'; echo '[1,2,3]' | jq 'length'
##
echo '[{"n":"x","v":1},{"n":"y","v":5}]' | jq -r '.[].n'; echo '[{"n":"x","v":1},{"n":"y","v":5}]' | jq -c 'map(select(.v > 2))'
##
echo '{"b":1,"a":2}' | jq -S -c .; echo '{"b":1,"a":2}' | jq -c 'keys'; echo '{"b":1,"a":2}' | jq -c 'to_entries'; echo '[3,1,2]' | jq -c 'sort'
##
echo '[1,2,3]' | jq 'add'; echo '[1,2,3]' | jq -c 'map(.*2)'; echo '"abc"' | jq 'ascii_upcase'; echo '{"a":"x"}' | jq '"v: \(.a)"'; echo '{"a":"x"}' | jq -r '"v: \(.a)"'
##
echo '{"accuracy":0.95,"loss":0.1}' | jq '.accuracy >= 0.9'; echo '{"accuracy":0.95}' | jq -e '.accuracy > 0.99'; echo $?
##
echo '{"a":null}' | jq '.a // "default"'; echo '{"a":1}' | jq 'has("b")'; echo '[1,[2,3]]' | jq -c flatten; echo '{"a":1}' | jq -c '. + {b: 2}'; echo '{"a":1,"b":2}' | jq -c 'del(.a)'
##
jq -n '1+1'; jq -n --arg x hello '$x'; jq -n --argjson x 5 '$x + 1'; jq -n -c '{a: 1, b: [1,2]}'; echo '1 2 3' | jq -s -c .
##
echo '{bad' | jq . 2>/dev/null || echo refused; echo '{}' | jq '.[' 2>/dev/null; echo $?; echo '1' | jq '.a' 2>/dev/null; echo $?; jq . nosuch; echo $?
##
echo '[{"a":1,"g":"x"},{"a":2,"g":"y"},{"a":3,"g":"x"}]' | jq -c 'group_by(.g) | map({g: .[0].g, n: length, s: map(.a) | add})'
##
echo '{"x":[1,2,3]}' | jq -c '.x | min, max, (add/length)'; echo '[1,2,3,4]' | jq -c '.[1:3], .[-1]'; echo '"a,b"' | jq -c 'split(",")'; echo '["a","b"]' | jq -r 'join("-")'
##
echo '{"a":1.0,"b":1e3,"c":0.1,"d":1.50}' | jq -c .; echo '[1,2]' | jq -r '@csv'; echo '["a b","c"]' | jq -r '@tsv, @sh'; echo '{"a":1}' | jq 'tostring'; echo '"5"' | jq tonumber
##
echo '{"a":[{"b":1},{"b":2}]}' | jq '[.a[].b] | add'; echo '{"a":1}' | jq '.a |= .+1'; echo '{"a":1}' | jq -c '.b = 5'; echo '[1,null,2]' | jq -c 'map(values)'; echo '{"a":{"b":1}}' | jq -c 'paths'
##
echo '[1,2,3]' | jq 'if length > 2 then "many" else "few" end'; echo '{"a":"2024"}' | jq '.a | test("^20")'; echo '[5,3]' | jq -c 'sort_by(.)|reverse'; echo '{"a":1}' | jq -c 'with_entries(.value += 1)'; echo '[1,2,2]' | jq -c unique; jq --tab -n '{a:1}'
##
echo '["a\"b", 1, null, true, 2.50]' | jq -r '@csv'; echo '["tab\there", 1.0, null]' | jq -r '@tsv'; echo '[[1]]' | jq '.[] | @csv'; echo '[1.0, 3]' | jq -c 'map(. / 2)'
##
awk 'BEGIN { x = 1
 print 5 / 0 }'; awk '{ x ~ /(/ }' numbers.txt; echo $?
##
head -n 1 poem.txt nosuch data - < numbers.txt; tail -n 1 poem.txt nosuch - < numbers.txt; echo $?
