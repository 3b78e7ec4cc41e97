# Trunk, wasm-bindgen and wasm-opt in the versions that fit together. Sourced by ./dev.

TRUNK_VERSION=0.21.14
BINARYEN_VERSION=132
TOOLS=$CACHE/tools
NPM=$CACHE/npm
# wasm-bindgen's command line must be of the very version that the crate is built with.
BINDGEN_VERSION=$(grep -A 1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')

# --- apt ---

as_root() { if ((EUID == 0)); then "$@"; elif [[ -t 0 ]]; then sudo "$@"; else sudo -n "$@"; fi; }
apt_usable() { have apt-get && { ((EUID == 0)) || { have sudo && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; }; }; }
apt_candidate() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)/\1/p'; }
apt_has() { dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep -q '^install ok'; }
apt_update() { logged "Reading Debian's package lists (half a minute)" as_root apt-get update || true; }

# apt_install LABEL PACKAGE...: only what is missing; false when it cannot, or when one is not offered.
apt_install() {
  local label=$1 package wanted=()
  shift
  for package in "$@"; do apt_has "$package" || wanted+=("$package"); done
  ((${#wanted[@]})) || return 0
  apt_usable || return 1
  [[ -n $(apt_candidate "${wanted[0]}") ]] || apt_update
  for package in "${wanted[@]}"; do [[ -n $(apt_candidate "$package") ]] || return 1; done
  long "Installing $label" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${wanted[@]}"
}

# --- tools ---

# has_version VERSION PROGRAM: whether it says that it is of this version.
has_version() { "$2" --version 2>/dev/null | grep -qE "(^|[^0-9.])${1//./\\.}([^0-9.]|\$)"; }

# The name of this machine in the names of prebuilt files.
machine() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) echo "x86_64-unknown-linux-$1" ;;
    Linux-aarch64) echo "aarch64-unknown-linux-$1" ;;
    Darwin-x86_64) echo x86_64-apple-darwin ;;
    Darwin-arm64) echo aarch64-apple-darwin ;;
    *) return 1 ;;
  esac
}

# prebuilt URL PROGRAM...: puts programs of a published archive into the tools; false when it is out of reach.
prebuilt() {
  local url=$1 folder program found code=1
  shift
  have curl && have tar || return 1
  folder=$(mktemp -d "$TOOLS/fetch.XXXXXX")
  if curl -fsSL --connect-timeout 5 --max-time 180 -o "$folder/archive" "$url" 2>/dev/null &&
    tar -xzf "$folder/archive" -C "$folder"; then
    code=0
    for program in "$@"; do
      found=$(find "$folder" -type f -name "$program" | head -n 1)
      { [[ -n $found ]] && "$found" --version >/dev/null 2>&1 && install -m 755 "$found" "$TOOLS/bin/"; } || code=1
    done
  fi
  rm -rf "$folder"
  hash -r
  return $code
}

# cargo_install LABEL ARGUMENT...: builds a tool from its published source.
cargo_install() {
  local label=$1
  shift
  long "$label" env CARGO_TARGET_DIR="$CACHE/target/tools" cargo install --root "$TOOLS" --force "$@"
  rm -rf "$CACHE/target/tools"
  hash -r
}

set_up_trunk() {
  has_version $TRUNK_VERSION trunk && return
  local name
  name=$(machine gnu) &&
    prebuilt "https://github.com/trunk-rs/trunk/releases/download/v$TRUNK_VERSION/trunk-$name.tar.gz" trunk &&
    return
  cargo_install "Building Trunk $TRUNK_VERSION (9 min)" trunk --locked --version $TRUNK_VERSION
}

set_up_bindgen() {
  has_version "$BINDGEN_VERSION" wasm-bindgen && has_version "$BINDGEN_VERSION" wasm-bindgen-test-runner && return
  local name base=https://github.com/wasm-bindgen/wasm-bindgen/releases/download
  name=$(machine musl) && [[ $name != aarch64-unknown-linux-musl ]] || name=$(machine gnu) || name=
  [[ -n $name ]] &&
    prebuilt "$base/$BINDGEN_VERSION/wasm-bindgen-$BINDGEN_VERSION-$name.tar.gz" wasm-bindgen wasm-bindgen-test-runner &&
    return
  # Not --locked: a locked dependency of it is not served everywhere.
  cargo_install "Building wasm-bindgen $BINDGEN_VERSION (4 min)" wasm-bindgen-cli --version "$BINDGEN_VERSION"
}

# Older releases of wasm-opt (Debian has 108) break wasm-bindgen's tables: a green build and a blank page.
set_up_wasm_opt() {
  has_version $BINARYEN_VERSION wasm-opt && return
  if ! have npm; then
    apt_install "npm, for wasm-opt (a minute)" npm ||
      missing "wasm-opt of version $BINARYEN_VERSION, or npm to install it" \
        "your system's package of Node.js with npm, or https://nodejs.org"
  fi
  mkdir -p "$NPM"
  long "Installing wasm-opt $BINARYEN_VERSION (a few seconds)" \
    npm install --prefix "$NPM" --no-save --no-audit --no-fund --no-update-notifier "binaryen@$BINARYEN_VERSION"
  hash -r
  has_version $BINARYEN_VERSION wasm-opt || missing "wasm-opt $BINARYEN_VERSION: the one that npm installed does not run" \
    "a newer Node.js: node --version says $(node --version 2>&1 | head -n 1)"
}

# The worker is started once while it is built, in Node.js: its memory after that start is what the page loads.
set_up_node() {
  have node || apt_install "Node.js, for the worker's rehearsal (a minute)" nodejs ||
    missing "Node.js, in which the worker is rehearsed" "your system's package of Node.js, or https://nodejs.org"
}

# What the benchmarks compare with: Pyodide, and npm packages that train models, bundled as one worker.
set_up_rivals() {
  RIVALS=$CACHE/rivals
  local wanted
  wanted=$(cat tools/bench/* | cksum)
  if [[ -f $RIVALS/done && $(<"$RIVALS/done") == "$wanted" ]]; then return 0; fi
  rm -rf "$RIVALS"
  mkdir -p "$RIVALS/site"
  cp tools/bench/* "$RIVALS"
  long "Fetching what the benchmarks compare with (half a minute)" \
    npm ci --prefix "$RIVALS" --no-audit --no-fund --no-update-notifier
  (
    cd "$RIVALS"
    node_modules/.bin/esbuild rivals.js --bundle --format=esm --minify --external:crypto --log-level=error \
      --outfile=site/rivals.js
    cp pyodide.js site/python.js
    cd node_modules/pyodide
    cp pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm pyodide-lock.json python_stdlib.zip "$RIVALS/site"
  )
  printf '%s' "$wanted" >"$RIVALS/done"
}

set_up_tools() {
  mkdir -p "$TOOLS/bin"
  PATH=$TOOLS/bin:$NPM/node_modules/.bin:$PATH
  export PATH
  set_up_trunk
  set_up_bindgen
  set_up_wasm_opt
  set_up_node
}

# All that a build of the site needs.
set_up_build() {
  locked set-up set_up_toolchain
  locked set-up set_up_tools
}
