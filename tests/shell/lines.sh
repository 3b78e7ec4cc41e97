echo hello world
##
echo -n no newline; echo " then this"
##
echo -e 'a\tb\nc'
##
echo "$HOME" '$HOME' \$HOME
##
x=5; echo "x is $x and ${x}y"
##
x="a b  c"; echo $x; echo "$x"
##
echo $((1 + 2 * 3)) $(( (1+2)*3 )) $((7/2)) $((7%3)) $((2**10)) $((-7/2))
##
x=3; ((x++)); echo $x; ((x+=10)); echo $x; echo $((x > 5 ? 1 : 0))
##
echo $((0x1f)) $((017)) $((2#101)) $((1<<4)) $((~0)) $((5&3)) $((5|3)) $((5^3))
##
echo {a,b,c}{1,2} {1..5} {a..e} {10..0..3} pre{x,y}post
##
echo *.txt; echo *.nothing; echo data/*
##
echo [np]*.txt ?um*.txt
##
echo "$(echo inner | tr a-z A-Z)" `echo back`
##
cat poem.txt | wc -l
##
cat poem.txt nosuch.txt; echo $?
##
nosuchcommand; echo $?
##
false || echo failed; true && echo fine; false; echo $?
##
! true; echo $?; ! false; echo $?
##
(cd data; pwd); pwd
##
{ echo one; echo two; } | sort -r
##
if [ -f poem.txt ]; then echo yes; else echo no; fi
##
if [ -d poem.txt ]; then echo yes; elif [ -d data ]; then echo folder; fi
##
for i in 1 2 3; do echo "n=$i"; done
##
for f in *.txt; do echo "file $f"; done
##
for ((i=0;i<3;i++)); do printf '%d ' $i; done; echo
##
i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done
##
i=5; until [ $i -le 2 ]; do i=$((i-1)); done; echo $i
##
for i in 1 2 3 4 5; do [ $i = 3 ] && continue; [ $i = 5 ] && break; echo $i; done
##
case abc in a*) echo starts;; *) echo other;; esac
##
case 7 in [0-4]) echo low;; [5-9]) echo high;; esac
##
case x in a|x) echo either;& b) echo fell;; esac
##
f() { echo "got $1 of $#"; return 3; }; f a b; echo $?
##
f() { local v=in; echo $v; }; v=out; f; echo $v
##
f() { echo "$@"; echo "$*"; for a in "$@"; do echo "<$a>"; done; }; f "a b" c
##
fact() { if [ $1 -le 1 ]; then echo 1; else echo $(( $1 * $(fact $(( $1 - 1 ))) )); fi; }; fact 10
##
set -- a b c; echo $1 $# $@; shift; echo $1 $#
##
set -e; echo before; false; echo after
##
set -e; false || true; echo still; if false; then :; fi; echo here; (exit 3); echo never
##
set -u; echo ${undefined_thing}; echo after
##
set -u; echo ${undefined_thing:-default}
##
set -o pipefail; false | true; echo $?; set +o pipefail; false | true; echo $?
##
true | false | true; echo "${PIPESTATUS[@]}"
##
cat <<END
x is $((1+1)) and $(echo sub)
  kept indent
END
##
cat <<'END'
$not expanded `here`
END
##
cat <<-END
	tabs gone
	here too
	END
##
cat <<< "here string"
##
echo out > o.txt; echo more >> o.txt; cat o.txt; cat < o.txt
##
ls nosuch 2> err.txt; cat err.txt; ls nosuch 2>/dev/null; echo $?
##
ls nosuch > all.txt 2>&1; cat all.txt
##
{ echo out; echo err >&2; } 2>&1 | sort
##
echo hi > /nosuchdir/x; echo $?
##
cat < nosuch.txt; echo $?
##
echo x >&2
##
exec 3> three.txt; echo to three >&3; exec 3>&-; cat three.txt
##
x=hello; echo ${#x} ${x:1:3} ${x:2} ${x: -2} ${x^} ${x^^}
##
x=path/to/file.tar.gz; echo ${x#*/} ${x##*/} ${x%.*} ${x%%.*} ${x/to/from} ${x//\//_}
##
unset y; echo ${y:-def} ${y-def} ${y:=set} $y ${y:+alt}
##
x=abc; echo ${x/#a/X} ${x/%c/Y} ${x/b}
##
: ${missing:?is not set}; echo after
##
a=(one two three); echo ${a[0]} ${a[1]} ${a[@]} ${#a[@]} ${!a[@]}
##
a=(x y); a+=(z); a[5]=w; echo "${a[@]}" ${#a[@]} "${!a[@]}"; unset 'a[1]'; echo "${a[*]}"
##
declare -A m; m[k]=v; m[two]=2; echo ${m[k]} ${#m[@]}; for k in "${!m[@]}"; do echo $k; done | sort
##
a=(1 2 3 4 5); echo ${a[@]:1:3}; echo ${a[-1]}
##
IFS=,; x="a,b,,c"; for p in $x; do echo "[$p]"; done
##
IFS=: read -r a b c <<< "one:two:three:four"; echo "$a|$b|$c"
##
while read -r line; do echo "> $line"; done < poem.txt
##
printf '%s\n' a b c | while read x; do echo "$x$x"; done
##
echo "a b c" | read x y; echo "[$x]"
##
printf '%5d|%-5s|%05.2f|%x|%o|%e\n' 42 ab 3.14159 255 8 12345.678
##
printf '%s-%s\n' a b c
##
printf '%q\n' "it's a \$test"
##
printf '%b' 'a\nb\n'; printf '%%|%c|%s\n' xyz
##
printf '%d\n' abc; echo $?
##
[ 1 -eq 1 ] && [ a != b ] && [ -n x ] && [ -z "" ] && echo all
##
[ 3 -gt 2 -a 2 -lt 3 ] && echo and; [ 1 = 2 -o 2 = 2 ] && echo or
##
[[ abc == a* ]] && echo glob; [[ abc =~ ^a(.)c$ ]] && echo ${BASH_REMATCH[1]}
##
[[ -f poem.txt && ! -d poem.txt ]] && echo file; [[ 10 -gt 9 ]] && echo num; [[ b > a ]] && echo str
##
test -e poem.txt; echo $?; test -x poem.txt; echo $?; [ ; echo $?
##
[ abc -eq 1 ]; echo $?
##
export V=1; bash -c 'echo $V'; W=2 bash -c 'echo $W'; echo "[$W]"
##
env | grep ^MYVAR; MYVAR=x env | grep ^MYVAR
##
type echo; type cat >/dev/null && echo found; type nosuch; echo $?
##
command -v ls >/dev/null; echo $?; command -v nosuch; echo $?
##
eval 'echo $((1+1))'; x='echo nested'; $x
##
trap 'echo bye' EXIT; echo hi
##
source lib.sh; greet you; . ./lib.sh; greet again
##
bash script.sh one two; echo $?
##
./script.sh; echo $?; chmod +x script.sh; ./script.sh a; echo $?
##
sh -c 'echo $0 $1' name arg
##
exit 7
##
(exit 4); echo $?
##
sleep 0.01 && echo slept
##
true; false; : ; echo $?
##
x=$(false); echo $?; x=$(exit 5) ; echo $?
##
echo a;echo b ; echo c
##
echo one \
  two
##
# a comment
echo 'single '\''quote'\''' "double \"quote\""
##
echo $'tab\there' $'\x41\u00e9'
##
echo ~ ~/x; cd; pwd; cd data; cd -; echo $OLDPWD
##
cd nosuch; echo $?; cd poem.txt; echo $?
##
mapfile -t lines < poem.txt; echo ${#lines[@]} "${lines[1]}"
##
getopts_test() { while getopts "ab:c" o; do echo "$o:$OPTARG"; done; shift $((OPTIND-1)); echo rest "$@"; }; getopts_test -a -b val -c x y
##
let "z = 3 * 4"; echo $z; let z-=12; echo $?
##
readonly R=1; R=2; echo $?; echo $R
##
local x; echo $?
##
unset x; echo "${x+set}"; x=; echo "${x+set}"
##
echo a | tee t.txt; cat t.txt; echo b | tee -a t.txt >/dev/null; cat t.txt
##
diff <(printf 'a\nb\n') <(printf 'a\nc\n')
##
echo "$(cat <<E
inner doc
E
)"
##
if true; then echo x; fi | tr x y
##
for x in a b; do for y in 1 2; do echo $x$y; [ $y = 1 ] && continue 2; done; done
##
f() { return; }; false; f; echo $?
##
echo ${x:-$(echo computed)} ${x:-"quo ted"}
##
echo "${@:-none}"; echo $#
##
if ; then
##
echo unclosed "
##
for x in; do echo never; done; echo done
##
head -2 poem.txt; head -n 1 poem.txt numbers.txt; head -c 5 poem.txt; echo; head -n -2 numbers.txt
##
tail -2 poem.txt; tail -n +4 numbers.txt; tail -c 4 numbers.txt; tail -1 poem.txt numbers.txt
##
head nosuch; echo $?
##
seq 5; seq 2 4; seq 10 -3 1; seq -s, 3; seq -w 8 11; seq 0.5 0.5 2; seq -f 'n%03g' 3
##
seq 3 | paste -sd+; seq 4 | paste - -; paste -d: numbers.txt numbers.txt | head -2
##
wc poem.txt; wc -l poem.txt numbers.txt; wc -w < poem.txt; wc -c poem.txt; wc nosuch; echo $?
##
sort numbers.txt; sort -n numbers.txt; sort -rn numbers.txt | head -2; sort -u dup.txt
##
sort -t, -k2,2n data/scores.csv; sort -t, -k3 -r data/scores.csv; sort -k2 poem.txt
##
printf '10K\n2M\n1G\n5\n' | sort -h; printf 'v1.10\nv1.9\nv1.2\n' | sort -V; printf 'b\nA\na\nB\n' | sort -f
##
sort -c numbers.txt; echo $?; printf '1\n2\n' | sort -c; echo $?
##
uniq dup.txt; sort dup.txt | uniq -c; sort dup.txt | uniq -d; sort dup.txt | uniq -u
##
cut -d, -f1,3 data/scores.csv; cut -c1-3 poem.txt; echo a:b:c | cut -d: -f2-; echo abc | cut -c2; cut -f1 -d' ' poem.txt
##
cut -d, -f2 --output-delimiter=- data/scores.csv | head -1; cut -f a poem.txt; echo $?
##
echo hello | tr a-y b-z; echo hello | tr -d l; echo aabbcc | tr -s ab; echo Hello | tr '[:lower:]' '[:upper:]'; echo a1b2 | tr -cd 0-9; echo; echo 'a b' | tr ' ' '\n'
##
grep the poem.txt; grep -c the poem.txt; grep -n the poem.txt; grep -v the poem.txt; grep -i THE poem.txt | head -1; grep nosuch poem.txt; echo $?
##
grep -o 'th[a-z]*' poem.txt; grep -E '^(A|T)' poem.txt; grep -w a poem.txt; grep -l the *.txt; grep -rn the data . | sort | head -3
##
grep -A1 -B1 -n road poem.txt; grep -q the poem.txt && echo found; grep x nosuch; echo $?; grep -h the *.txt | head -1; grep -c '' poem.txt
##
printf 'a.b\naxb\n' | grep -F a.b; printf 'aa\nab\n' | grep '\(.\)\1'; printf 'foo123\n' | grep -oE '[0-9]+'; printf 'a+b\n' | grep 'a+b'; grep -e one -e two dup.txt | head -2
##
grep -m1 the poem.txt; grep -x one dup.txt | head -1; printf 'x\n' | grep '['; printf 'x\n' | grep '[a'; echo $?
##
sed 's/the/THE/' poem.txt; sed -n 2p poem.txt; sed 1d numbers.txt | head -1; sed -n '/road/p' poem.txt; sed '$d' numbers.txt | tail -1
##
sed 's/o/0/g' poem.txt | head -1; sed -n '2,3p' numbers.txt; sed -E 's/([a-z]+) ([a-z]+)/\2 \1/' poem.txt | head -1; echo abc | sed 's/b/[&]/'; sed '/the/!d' poem.txt
##
sed -e 's/a/A/' -e 's/b/B/' <<< ab; echo a | sed 'i\before'; echo a | sed 'a after'; echo a | sed 'c changed'; printf '1\n2\n3\n' | sed -n '$='; printf 'a\nb\n' | sed 'N;s/\n/-/'; printf 'x\n' | sed y/x/z/
##
sed -i 's/one/ONE/' dup.txt; cat dup.txt; printf '1\n2\n3\n4\n' | sed -n '2{p;q}'; printf 'a\nb\nc\n' | sed '2q'; printf 'k=v\n' | sed 's|k=\(.*\)|key is \1|'; printf 'abc\n' | sed 's/./\U&/2'; printf '1\n2\n3\n' | sed -n '1!G;h;$p'
##
sed 's/x' poem.txt; echo $?; sed k poem.txt; echo $?; sed -n '0~2p' numbers.txt
##
mkdir d1; mkdir d1; echo $?; mkdir -p d2/a/b; ls d2; rmdir d1; rm -r d2; ls d2; echo $?; mkdir x/y; echo $?
##
touch new.txt; ls new.txt; rm new.txt; rm new.txt; echo $?; rm -f new.txt; echo $?; rm data; echo $?
##
cp poem.txt copy.txt; cmp poem.txt copy.txt && echo same; cp -r data d3; ls d3; mv copy.txt moved.txt; ls moved.txt copy.txt; cp data d4; echo $?; mv nosuch x; echo $?
##
ls; ls -a | head -4; ls data; ls -d */; ls *.txt | wc -l; ls -1 data poem.txt
##
find . -name '*.txt' | sort; find data -type f | sort; find . -maxdepth 1 -type d | sort; find . -name '*.csv' -exec basename {} \;; find . -type f -empty; find . -not -name '*.txt' -type f | sort
##
find . -name scores.csv -o -name names.txt | sort; find . -name '*.txt' -print0 | xargs -0 ls | sort | head -2; find nosuch; echo $?; find data -name '*.csv' -delete; ls data
##
echo a b c | xargs -n1 echo item; printf '1\n2\n' | xargs -I{} echo "<{}>"; echo x | xargs; printf '' | xargs -r echo never; seq 3 | xargs echo; echo "a 'b c'" | xargs -n1
##
basename /a/b/c.txt .txt; dirname /a/b/c.txt; basename a/; dirname a; dirname /a; realpath data/../poem.txt
##
printf 'a\nb\nc\n' > x1; printf 'a\nB\nc\nd\n' > x2; diff x1 x2; echo $?; diff -u x1 x2 | tail -n +3; diff x1 x1; echo $?; diff -q x1 x2; diff x1 nosuch; echo $?; comm -12 x1 x2
##
md5sum poem.txt; sha256sum numbers.txt; echo -n abc | md5sum; md5sum poem.txt > s; md5sum -c s; echo x >> poem.txt; md5sum -c s; echo $?
##
date -u -d '2024-01-31 13:05:09' '+%Y-%m-%d %H:%M:%S %j %a %b %s'; date -d @0 +%F; date -u -d '2024-02-28 +2 days' +%F; date -u -d 2024-03-31T00:00:00 '+%e|%-d|%I %p'
##
echo 'abc' | rev; printf '1\n2\n3\n' | tac; nl numbers.txt | head -2; expr 3 + 4; expr 2 \* 3; expr length hello; expr abc : 'a\(.\)'; echo -n hi | base64; echo aGk= | base64 -d
##
yes | head -3; yes no | head -n 2 | sort | uniq -c; seq 100000 | tail -1; seq 1000000 | head -1
##
true && false || echo mixed; false && echo a || echo b; { false; } || echo group
##
echo start; return 2>/dev/null; echo $?
##
which ls >/dev/null && echo yes; which nosuch; echo $?
##
x=5; x=$x$x; echo $x; y="$x"'z'; echo $y; A=1 B=2; echo $A$B
##
echo "a
b"
##
[ "$(echo a)" = a ] && echo eq; [ -s poem.txt ] && echo nonempty; [ -r nosuch ] || echo unreadable
##
echo "$((1))" "$(( 10 % 4 ))" $(( 1 == 1 && 2 > 3 )) $((5/0)); echo after
##
echo $(( 1 + )); echo $?
##
cat nosuch | wc -l; echo ${PIPESTATUS[0]}
##
echo 日本語 | wc -m; x=日本語; echo ${#x} ${x:1:1}; echo 日本語 | grep -o 本; echo 日本 | sed 's/本/x/'; printf '%-6s|\n' 日本
##
shopt -s nullglob; echo *.none; shopt -u nullglob; shopt -s globstar; echo **/*.csv
##
a="x y"; b=$a; echo "$b"; set -- $a; echo $#; set -f; echo *; set +f
##
f() { cat; }; echo piped | f; f < numbers.txt | head -1
##
if grep -q road poem.txt && [ 1 = 1 ]; then echo both; fi
##
while true; do echo once; break; done; n=0; while ((n<3)); do ((n++)); done; echo $n
##
echo {1..3}{a,b} "{1,2}" {1} a{,b}c
##
x='*'; echo "$x" '*' \*; echo "a  b" a  b
##
set -x; echo traced; set +x; echo untraced
##
printf 'line1\nline2' | wc -l; printf 'x' | cat -A; echo -e 'a\tb' | cat -A; printf 'a\n\n\nb\n' | cat -s; cat -n numbers.txt | head -1
##
time_test=1; echo ${!time_*}; ref=time_test; echo ${!ref}
##
echo $0 | head -c 4; echo; echo $$ | grep -c .; echo $RANDOM | grep -cE '^[0-9]+$'
##
make; echo $?
##
make clean; make VAR=changed show; make -n all; make nosuch; echo $?
##
make -f bad.mk; echo $?; make fail; echo $?
##
for i in 1 2
do echo $i
done done
##
echo one
fi
echo two
##
seq inf | head -3; seq 3 -1 1; seq -w 8 10; seq 0 0.5 1
##
echo before
true; then echo x
##
echo one; done
##
echo >
##
if true; then fi
