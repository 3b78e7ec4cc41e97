# Where things are kept, and how the script speaks: long steps show progress, failures show their log.
# Sourced by ./dev. Knows nothing of what is built.

CACHE=${DOJO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/mlops-dojo}
[[ $CACHE == /* ]] || CACHE=$PWD/$CACHE
LOGS=$CACHE/logs
NATIVE_TARGET=$CACHE/target/native
SITE_TARGET=$CACHE/target/site
mkdir -p "$LOGS"

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }

# Something is missing that this script cannot install.
missing() {
  warn "Missing: $1"
  shift
  (($#)) && warn "Install it with:"
  for line in "$@"; do warn "  $line"; done
  exit 1
}

usage() {
  warn "dev: $1"
  warn
  help >&2
  exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

# with_timeout SECONDS COMMAND...: macOS has no timeout of its own.
with_timeout() {
  local seconds=$1 timer
  shift
  for timer in timeout gtimeout; do
    if have "$timer"; then
      "$timer" "$seconds" "$@"
      return
    fi
  done
  "$@"
}

# locked NAME COMMAND...: two clones share one cache.
locked() {
  local name=$1
  shift
  if ! have flock; then
    "$@"
    return
  fi
  exec 9>"$CACHE/$name.lock"
  flock 9
  "$@" 9>&-
  exec 9>&-
}

# How long something took, in words.
elapsed() {
  local seconds=$1
  if ((seconds < 90)); then echo "$seconds s"; else echo "$((seconds / 60)) min $((seconds % 60)) s"; fi
}

# logged LABEL COMMAND...: runs a command with its output in a log and shows that it lives: on a terminal the
# last line of the log, elsewhere a line a minute. Says nothing about what ends within a second.
logged() {
  local label=$1 start=$SECONDS told=0 code=0 name last
  shift
  name=${label%% (*}
  LOG=$LOGS/$(printf '%s' "$name" | tr -cs 'A-Za-z0-9.' '-').log
  set -m
  "$@" >"$LOG" 2>&1 </dev/null &
  CHILD=$!
  set +m
  trap 'kill -- -$CHILD 2>/dev/null; exit 130' INT TERM
  sleep 0.05
  while kill -0 "$CHILD" 2>/dev/null; do
    sleep 0.2
    ((SECONDS - start >= 1)) || continue
    if [[ -t 2 ]]; then
      last=$(tail -n 1 "$LOG" 2>/dev/null | tr -d '\r\033' | cut -c 1-60) || true
      printf '\r\033[K%s … %s  %s' "$label" "$(elapsed $((SECONDS - start)))" "$last" >&2
    elif ((told == 0)); then
      say "$label …"
      told=1
    elif ((SECONDS - start >= told * 60)); then
      say "  … $(elapsed $((SECONDS - start))): $(tail -n 1 "$LOG" | cut -c 1-80)"
      told=$((told + 1))
    fi
  done
  wait "$CHILD" || code=$?
  trap - INT TERM
  TOOK=$((SECONDS - start))
  if [[ -t 2 ]] && ((TOOK >= 1)); then printf '\r\033[K' >&2; fi
  return "$code"
}

# long LABEL COMMAND...: like `logged`; a failure shows the end of the log and ends the script.
long() {
  if logged "$@"; then
    if ((TOOK >= 2)); then say "${1%% (*}: $(elapsed "$TOOK")"; fi
    return 0
  fi
  warn "${1%% (*}: failed. The end of $LOG:"
  tail -n 40 "$LOG" >&2
  exit 1
}
