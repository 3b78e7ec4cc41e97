# Finds or makes a Rust toolchain that can build for wasm32-unknown-unknown. Sourced by ./dev.
#
# An ordinary machine has rustup, which adds the target. Where rustup's server does not answer, Debian's
# rustc-web has the compiler and the source of its standard library, from which the target is built. What was
# chosen is remembered, and chosen anew when the compiler or the target's library is another.

RUST_WANTED=1.96
WASM=wasm32-unknown-unknown
LINKED=mlops-dojo
DEBIAN_RUST=(rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-19 gcc libc6-dev ca-certificates)
# Where Debian's compiler is; the self-test puts another place here.
DEBIAN_BIN=/usr/bin

# version_at_least HAVE WANT: compares numbers with dots.
version_at_least() {
  [[ $(printf '%s\n%s\n' "$2" "$1" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1) == "$2" ]]
}

rust_version() { rustc --version 2>/dev/null | cut -d ' ' -f 2 | cut -d - -f 1; }
rust_is_new_enough() { local v; v=$(rust_version) && [[ -n $v ]] && version_at_least "$v" "$RUST_WANTED" && have cargo; }

# Compiles and links a small program for wasm as the site is built: with link-time optimisation.
wasm_works() {
  local folder
  folder=$(mktemp -d)
  echo 'fn main() { println!("{:?}", std::env::args().collect::<Vec<_>>()); }' >"$folder/probe.rs"
  local code=0
  rustc --edition 2024 --target $WASM -C lto=fat -C panic=abort -o "$folder/probe.wasm" "$folder/probe.rs" \
    >/dev/null 2>&1 || code=1
  rm -rf "$folder"
  return $code
}

# What the target folders depend on: the compiler and the target's standard library.
toolchain_identity() {
  rustc -vV
  cksum "$(rustc --print target-libdir --target $WASM)"/libstd-*.rlib 2>/dev/null
}

# use_toolchain active | named NAME | system: sets the environment for one of the three kinds.
use_toolchain() {
  case $1 in
    active) ;;
    named) export RUSTUP_TOOLCHAIN=$2 ;;
    system)
      local folder=$CACHE/toolchain/bin tool
      mkdir -p "$folder"
      for tool in cargo rustc rustdoc cargo-clippy clippy-driver cargo-fmt rustfmt; do
        if [[ -x $DEBIAN_BIN/$tool ]]; then ln -sf "$DEBIAN_BIN/$tool" "$folder/$tool"; fi
      done
      unset RUSTUP_TOOLCHAIN
      PATH=$folder:$PATH
      hash -r
      ;;
  esac
}

# Each try below sets CHOICE and gives true when that toolchain is ready for use.

try_active() {
  rust_is_new_enough || return 1
  wasm_works || { have rustup && add_target; } || return 1
  CHOICE=(active)
}

add_target() {
  rustup_answers || return 1
  logged "Adding Rust's wasm32 target (half a minute)" with_timeout 600 rustup target add $WASM && wasm_works
}

# A first question with a short timeout: there are machines on which rustup waits for long.
rustup_answers() {
  local code=0
  with_timeout 30 rustup check >/dev/null 2>&1 || code=$?
  # 100 says that there are updates.
  ((code == 0 || code == 100))
}

try_linked() { have rustup && try_named "$LINKED"; }
try_installed() { have rustup && try_named "$RUST_WANTED"; }
try_named() {
  local before=${RUSTUP_TOOLCHAIN-}
  # A toolchain that is not installed must not be fetched here.
  rustup toolchain list 2>/dev/null | grep -qE "^$1(-| |\$)" || return 1
  export RUSTUP_TOOLCHAIN=$1
  if rust_is_new_enough && wasm_works; then
    CHOICE=(named "$1")
    return 0
  fi
  if [[ -n $before ]]; then RUSTUP_TOOLCHAIN=$before; else unset RUSTUP_TOOLCHAIN; fi
  return 1
}

try_rustup_install() {
  have rustup && rustup_answers || return 1
  logged "Installing Rust $RUST_WANTED with its wasm32 target (a minute)" with_timeout 900 \
    rustup toolchain install $RUST_WANTED --profile minimal --no-self-update \
    --component clippy --component rustfmt --target $WASM || return 1
  try_installed
}

try_debian() {
  apt_usable || return 1
  local offered
  offered=$(apt_candidate rustc-web)
  if [[ -z $offered ]]; then
    apt_update
    offered=$(apt_candidate rustc-web)
  fi
  [[ -n $offered ]] && version_at_least "${offered%%+*}" "$RUST_WANTED" || return 1
  apt_install "Debian's Rust ${offered%%+*} (a minute)" "${DEBIAN_RUST[@]}"
  use_toolchain system
  wasm_works || build_wasm_library
  CHOICE=(system)
  # With rustup at hand its name for this toolchain serves other terminals too.
  if have rustup && rustup toolchain link $LINKED "${DEBIAN_BIN%/bin}" 2>/dev/null; then return 0; fi
}

# Builds the standard library for wasm from its source and puts it where the compiler looks for it.
build_wasm_library() {
  local work=$CACHE/toolchain/std root lib host linker rlib
  root=$(rustc --print sysroot)/lib/rustlib
  lib=$root/$WASM/lib
  host=$(rustc -vV | sed -n 's/^host: //p')
  rm -rf "$work"
  mkdir -p "$work/src"
  printf '[package]\nname = "std-builder"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
  echo '#![no_std]' >"$work/src/lib.rs"
  # Without the bitcode, link-time optimisation fails later.
  long "Building Rust's standard library for wasm32 (about 40 s)" \
    env -u CARGO_TARGET_DIR -u RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    cargo build --manifest-path "$work/Cargo.toml" --target-dir "$work/target" --release \
    -Z build-std=std,panic_abort,proc_macro --target $WASM
  as_root mkdir -p "$lib" "$root/$host/bin"
  as_root find "$lib" -name '*.rlib' -delete
  for rlib in "$work/target/$WASM/release/deps/"*.rlib; do
    [[ $rlib == *std_builder* ]] || as_root cp "$rlib" "$lib/"
  done
  linker=$(command -v lld-19 || command -v lld) || missing "the linker lld" "apt-get install lld-19"
  as_root ln -sf "$linker" "$root/$host/bin/rust-lld"
  rm -rf "$work"
  wasm_works || missing "a working wasm32 target: the one just built in $lib does not link"
}

name_missing_rust() {
  local how=("rustup toolchain install $RUST_WANTED --profile minimal -c clippy -c rustfmt -t $WASM")
  have rustup || how=("(rustup first: https://rustup.rs)" "${how[@]}")
  if have apt-get; then how+=("or, as root on Debian: apt-get install ${DEBIAN_RUST[*]}   and ./dev once as root"); fi
  missing "Rust $RUST_WANTED or newer with the target $WASM" "${how[@]}"
}

# Chooses without a memory.
choose_toolchain() {
  local try
  for try in try_active try_linked try_installed try_rustup_install try_debian; do
    if $try; then return 0; fi
  done
  name_missing_rust
}

set_up_toolchain() {
  # Every clone's files are new; as dependencies of Python these would have it built again (ten minutes).
  find src/build/slim -type f -exec touch -d 2000-01-01T00:00:00Z {} +
  local stamp=$CACHE/toolchain/chosen words
  mkdir -p "$CACHE/toolchain"
  if [[ -f $stamp ]]; then
    read -ra words <"$stamp"
    if (use_toolchain "${words[@]}" && [[ $(toolchain_identity) == "$(tail -n +2 "$stamp")" ]]); then
      use_toolchain "${words[@]}"
      return 0
    fi
  fi
  choose_toolchain
  use_toolchain "${CHOICE[@]}"
  local identity
  identity=$(toolchain_identity)
  # Objects that were built against another standard library do not link (E0463).
  if [[ -f $stamp && $identity != "$(tail -n +2 "$stamp")" ]]; then
    say "The compiler changed: what was built with the old one is removed."
    rm -rf "$SITE_TARGET" "$NATIVE_TARGET"
  fi
  printf '%s\n%s\n' "${CHOICE[*]}" "$identity" >"$stamp"
}
