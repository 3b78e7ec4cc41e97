# The steps of `./dev test` and `./dev check`. Sourced by ./dev. Each step is a function that gives true when
# it passed; its output goes to a log, of which the end is shown when it did not.

ALL_STEPS=(fmt clippy layers selftest native content site browser e2e)

step_fmt() { cargo fmt --check; }

# Page and worker are checked in one build, the one that the browser tests use; the site's build has each alone.
step_clippy() {
  # A newer compiler has lints that nobody has seen yet: they are shown and do not fail.
  local deny=()
  [[ $(rust_version) == "$RUST_WANTED".* ]] && deny=(-D warnings)
  native_cargo clippy --locked --all-targets "${NATIVE_FEATURES[@]}" -- ${deny[@]+"${deny[@]}"} &&
    site_cargo clippy --locked --target $WASM --no-default-features --features page,engine \
      --lib --bin app --bin engine --test browser -- ${deny[@]+"${deny[@]}"}
}

# The page may link neither the estimators nor the interpreter.
step_layers() {
  local tree
  tree=$(cargo tree --locked --target $WASM -e normal --no-default-features --features page --prefix none) || return 1
  if grep -E '^(linfa|rustpython)' <<<"$tree"; then
    echo "The page's dependencies hold the crates above."
    return 1
  fi
}

step_selftest() { bash tools/dev/selftest.sh; }

step_native() { native_cargo test --locked "${NATIVE_FEATURES[@]}" --lib --bins --test it; }

step_content() {
  native_cargo build --locked --bin dojo "${NATIVE_FEATURES[@]}" || return 1
  if "$NATIVE_TARGET/debug/dojo" help | grep -q '^  check '; then "$NATIVE_TARGET/debug/dojo" check; fi
}

step_site() { build_site /; }

step_browser() {
  # The runner takes the first driver that it is told of.
  env -u GECKODRIVER CARGO_TARGET_DIR="$SITE_TARGET" \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner WASM_BINDGEN_TEST_TIMEOUT=300 \
    cargo test --locked --target $WASM --no-default-features --features page,worker --test browser
}

step_e2e() {
  DOJO_DIST=$PWD/dist DOJO_BROWSERS="${DOJO_BROWSERS:-chromium firefox}" \
    native_cargo test --locked "${NATIVE_FEATURES[@]}" --test e2e
}

# run_steps NAME...: runs them all, then says how many passed.
run_steps() {
  local name passed=0 failed=0
  for name in "$@"; do
    if logged "$name" "step_$name"; then
      passed=$((passed + 1))
      say "ok      $name ($(elapsed "$TOOK"))"
      # How many names of Python's packages are carried.
      if [[ $name == content ]]; then sed -nE 's/^  ([a-z]+ +[0-9]+ of +[0-9]+)$/        \1/p' "$LOG"; fi
      if [[ $name == site ]]; then sed -n 's/^\(.* of .* bytes brotli\)$/        \1/p' "$LOG"; fi
    else
      failed=$((failed + 1))
      say "FAILED  $name ($(elapsed "$TOOK")). The end of $LOG:"
      tail -n 80 "$LOG"
    fi
  done
  say "$passed passed, $failed failed"
  ((failed == 0))
}

run_tests() {
  local name steps=("$@")
  (($#)) || steps=("${ALL_STEPS[@]}")
  for name in "${steps[@]}"; do
    [[ " ${ALL_STEPS[*]} " == *" $name "* ]] || usage "there is no step $name"
  done
  set_up_build
  if [[ " ${steps[*]} " =~ \ (browser|e2e)\  ]]; then set_up_browsers; fi
  if [[ " ${steps[*]} " == *" e2e "* && " ${steps[*]} " != *" site "* ]]; then build_site /; fi
  run_steps "${steps[@]}"
}
