# Builds the site into dist/. Sourced by ./dev.

native_cargo() { CARGO_TARGET_DIR=$NATIVE_TARGET cargo "$@"; }
site_cargo() { CARGO_TARGET_DIR=$SITE_TARGET cargo "$@"; }

# The same features in every native build: others would build most dependencies a second time.
NATIVE_FEATURES=(--features e2e)

build_dojo() {
  CARGO_TARGET_DIR=$NATIVE_TARGET long "Building the command line dojo (a few minutes the first time)" \
    cargo build --locked --bin dojo "${NATIVE_FEATURES[@]}"
}

# Everything that the site is made of, as one short text.
site_inputs() {
  echo "$TRUNK_VERSION $BINARYEN_VERSION $(cksum <"$CACHE/toolchain/chosen")"
  # A part that a version does not have yet is no reason to stop.
  { find Cargo.toml Cargo.lock Trunk.toml index.html budgets.toml .cargo public src chapters -type f 2>/dev/null || true; } |
    LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum
}

build_site() {
  [[ $1 == /*/ || $1 == / ]] || usage "--public-url takes a path with a slash at both ends"
  # Two clones share one target folder, from which Trunk takes its files by name.
  locked site build_site_alone
  # The path stands in the HTML files alone: for another one nothing is built anew.
  "$NATIVE_TARGET/debug/dojo" rebase dist --public-url "$1"
}

build_site_alone() {
  local inputs stage=target/stage
  build_dojo
  inputs=$(site_inputs)
  if [[ -f dist/404.html && -f target/site.inputs && $(<target/site.inputs) == "$inputs" ]]; then return 0; fi
  mkdir -p target
  # Trunk starts both binaries' builds at once; with the worker ready it builds the page alone.
  CARGO_TARGET_DIR=$SITE_TARGET long "Building the worker (a few minutes the first time)" \
    cargo build --locked --target $WASM --bin engine --no-default-features --features engine --profile engine
  rm -rf "$stage"
  # Trunk takes NO_COLOR=1 for a mistake. What it needs of crates is there or is fetched here.
  long "Fetching crates (a minute the first time)" cargo fetch --locked --target $WASM
  CARGO_TARGET_DIR=$SITE_TARGET long "Building the page and the site (a few minutes the first time)" \
    env -u NO_COLOR RUST_BACKTRACE=0 trunk build --release --offline --locked --dist "$stage" --public-url /
  long "Splitting the page (half a minute)" \
    "$NATIVE_TARGET/debug/dojo" split "$stage" --page "$SITE_TARGET/$WASM/page/app.wasm"
  long "Rehearsing and cutting the worker (half a minute)" "$NATIVE_TARGET/debug/dojo" cut "$stage"
  long "Finishing the site (some seconds)" "$NATIVE_TARGET/debug/dojo" finish "$stage"
  cat "$LOG"
  rm -rf dist
  mv "$stage" dist
  printf '%s' "$inputs" >target/site.inputs
}
