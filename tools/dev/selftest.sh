#!/usr/bin/env bash
# Tests of the set-up's decisions with stand-ins for rustup, rustc, apt-get and the rest: what is called on which
# kind of machine. Run by `./dev test selftest`; needs neither network nor root and changes nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
FAILED=0

# new_machine: an empty machine that has only the ordinary small programs.
new_machine() {
  rm -rf "$WORK/m"
  mkdir -p "$WORK/m/bin" "$WORK/m/debian" "$WORK/m/state" "$WORK/m/sysroot"
  local program
  echo 1 >"$WORK/m/sysroot/libstd-1.rlib"
  for program in bash sh env cat cut grep sed sort head tail tr rm mkdir mktemp ln cp mv find cksum sleep date chmod \
    dirname basename uname flock timeout xargs install tar touch; do
    if [[ -n $(type -P $program) ]]; then ln -s "$(type -P $program)" "$WORK/m/bin/$program"; fi
  done
}

# stub NAME [FOLDER] <script: a stand-in that writes down how it was called.
stub() {
  local path=$WORK/m/${2:-bin}/$1
  { printf '#!/usr/bin/env bash\nS=%q\necho "%s $*" >>"$S/calls"\n' "$WORK/m/state" "$1"; cat; } >"$path"
  chmod +x "$path"
}

# rust VERSION [FOLDER]: a compiler; it can build for wasm when state/wasm is there.
rust() {
  stub rustc "${2:-bin}" <<EOF
case "\$*" in
  --version) echo "rustc \$(cat "\$S/version" 2>/dev/null || echo $1) (stand-in)" ;;
  -vV) echo "release: $1"; echo "host: x86_64-unknown-linux-gnu" ;;
  *target-libdir*|*sysroot*) echo "$WORK/m/sysroot" ;;
  *--target*) [[ -e \$S/wasm ]] ;;
esac
EOF
  echo 'if [[ "$*" == *build-std* ]]; then touch "$S/wasm"; fi' | stub cargo "${2:-bin}"
}

# rustup CHECK TOOLCHAINS ADD INSTALL: exit codes of its commands, and what is installed.
rustup_stub() {
  stub rustup <<EOF
case "\$1 \${2-}" in
  "check ") exit $1 ;;
  "toolchain list") echo $2; cat "\$S/installed" 2>/dev/null ;;
  "target add") (($3 == 0)) && touch "\$S/wasm"; exit $3 ;;
  "toolchain install")
    (($4 == 0)) && { echo 1.96.0 >"\$S/version"; echo 1.96-x >"\$S/installed"; touch "\$S/wasm"; }
    exit $4 ;;
esac
EOF
}

debian() {
  echo 'echo "  Candidate: 1.96.0+dfsg1-1"' | stub apt-cache
  echo 'exit 1' | stub dpkg-query
  printf 'exec "$@"\n' | stub sudo
  stub lld-19 <<<'exit 0'
  stub apt-get <<EOF
if [[ "\$*" == *rustc-web* ]]; then echo 1.96.0 >"\$S/version"; cp "\$S/../later/"* "\$S/../debian/"; fi
EOF
  mkdir -p "$WORK/m/later"
  rust 1.96.0 later
}

# check NAME EXPECTED-CHOICE EXPECTED-CALL FORBIDDEN-CALL: runs the set-up on the machine.
check() {
  local name=$1 choice=$2 call=$3 forbidden=${4:-nothing-of-the-kind} output code=0 calls chosen
  output=$(env -i PATH="$WORK/m/bin" HOME="$WORK/m" DOJO_CACHE="$WORK/m/cache" bash -c "
    set -euo pipefail
    ALL_STEPS=()
    for part in say toolchain tools; do source tools/dev/\$part.sh; done
    DEBIAN_BIN=$WORK/m/debian
    set_up_toolchain" 2>&1) || code=$?
  calls=$(cat "$WORK/m/state/calls" 2>/dev/null || true)
  chosen=$(head -n 1 "$WORK/m/cache/toolchain/chosen" 2>/dev/null || echo "none ($code)")
  if [[ $chosen != "$choice" ]] || ! grep -q -e "$call" <<<"$calls$output" || grep -q -e "$forbidden" <<<"$calls"; then
    FAILED=$((FAILED + 1))
    printf 'FAILED  %s\n  chose %s, expected %s; expected %s, not %s\n%s\n%s\n' \
      "$name" "$chosen" "$choice" "$call" "$forbidden" "$calls" "$output"
  else
    echo "ok      $name"
  fi
}

new_machine; rust 1.97.1; rustup_stub 0 stable-x 0 0; touch "$WORK/m/state/wasm"
check "a ready toolchain is used as it is" active "rustc" "rustup"
: >"$WORK/m/state/calls"
check "the second call asks the compiler's name only" active "rustc -vV" "--target wasm32-unknown-unknown -C"

new_machine; rust 1.96.1; rustup_stub 100 stable-x 0 0
check "rustup adds the target" active "rustup target add wasm32-unknown-unknown" "toolchain install"

new_machine; rust 1.90.0; rustup_stub 0 stable-x 0 0
check "rustup installs a newer compiler" "named 1.96" "rustup toolchain install 1.96 .*--target wasm32" "apt-get"

new_machine; rust 1.96.0; rustup_stub 0 mlops-dojo 1 1
check "no target, no server, no Debian: the command is named" "none (1)" "rustup toolchain install 1.96"

new_machine; rust 1.95.0; rustup_stub 1 stable-x 1 1; debian
check "without rustup's server: Debian's compiler" system "apt-get install .*rustc-web" "rustup target add"
grep -q 'cargo build .*-Z build-std=std,panic_abort,proc_macro' "$WORK/m/state/calls" || { echo "FAILED  std is built"; FAILED=$((FAILED + 1)); }
grep -q 'rustup toolchain link mlops-dojo' "$WORK/m/state/calls" || { echo "FAILED  it is linked"; FAILED=$((FAILED + 1)); }

new_machine; debian
check "no Rust at all, Debian" system "apt-get install .*cargo-web" "rustup"

new_machine; rust 1.95.0; rustup_stub 0 stable-x 1 1; debian
check "a server that lists but does not serve: Debian's compiler" system "apt-get install .*rustc-web"

new_machine
check "nothing at all: rustup is named" "none (1)" "https://rustup.rs"

for pair in "1.96.0 1.96 yes" "1.100.0 1.96 yes" "1.95.9 1.96 no" "1.96 1.96 yes" "2.0.0 1.96 yes" "0.99.0 1.96 no"; do
  read -r have want expected <<<"$pair"
  answer=$(bash -c "DOJO_CACHE=$WORK; source tools/dev/toolchain.sh; version_at_least $have $want && echo yes || echo no")
  [[ $answer == "$expected" ]] || { echo "FAILED  version_at_least $pair"; FAILED=$((FAILED + 1)); }
done

new_machine; rust 1.96.0; echo 'exit 22' | stub curl; echo 'exit 1' | stub wasm-bindgen; debian
stub npm <<'EOF'
mkdir -p "$3/node_modules/.bin"
printf '#!/usr/bin/env bash\necho wasm-opt version 132\n' >"$3/node_modules/.bin/wasm-opt"
chmod +x "$3/node_modules/.bin/wasm-opt"
EOF
env -i PATH="$WORK/m/bin" HOME="$WORK/m" DOJO_CACHE="$WORK/m/cache" bash -c '
  set -euo pipefail
  for part in say toolchain tools; do source tools/dev/$part.sh; done
  set_up_tools' >"$WORK/out" 2>&1 || { cat "$WORK/out"; FAILED=$((FAILED + 1)); }
expect_call() {
  if grep -q -e "$1" "$WORK/m/state/calls"; then echo "ok      calls $1"; else
    echo "FAILED  no call of $1"; cat "$WORK/m/state/calls"; FAILED=$((FAILED + 1))
  fi
}
expect_call 'curl .*trunk-rs/trunk/releases/download/v0.21.14/'
expect_call 'cargo install .*trunk --locked --version 0.21.14'
expect_call 'cargo install .*wasm-bindgen-cli --version 0.2.[0-9]*$'
expect_call 'npm install --prefix .*binaryen@132'
expect_call 'apt-get install .*nodejs'

((FAILED == 0))
