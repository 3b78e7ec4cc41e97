# The browsers and drivers that the tests use. Sourced by ./dev.

GECKODRIVER_VERSION=0.37.1

# first_of NAME...: the path of the first program that there is.
first_of() {
  local name
  for name in "$@"; do
    if [[ -n $name ]] && command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

find_chromium() { first_of "${DOJO_CHROMIUM-}" chromium google-chrome google-chrome-stable chromium-browser chrome \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; }
find_chromedriver() { first_of "${CHROMEDRIVER-}" chromedriver chromium.chromedriver; }
find_firefox() { first_of "${DOJO_FIREFOX-}" firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox; }
find_geckodriver() { first_of "${GECKODRIVER-}" "$TOOLS/bin/geckodriver" geckodriver; }

set_up_geckodriver() {
  find_geckodriver >/dev/null && return
  local base=https://github.com/mozilla/geckodriver/releases/download/v$GECKODRIVER_VERSION system
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) system=linux64 ;;
    Linux-aarch64) system=linux-aarch64 ;;
    Darwin-arm64) system=macos-aarch64 ;;
    *) system=macos ;;
  esac
  prebuilt "$base/geckodriver-v$GECKODRIVER_VERSION-$system.tar.gz" geckodriver && return
  cargo_install "Building geckodriver $GECKODRIVER_VERSION (2 min)" geckodriver --version $GECKODRIVER_VERSION
}

# Sets DOJO_CHROMIUM, CHROMEDRIVER, DOJO_FIREFOX and GECKODRIVER for the tests.
set_up_browsers() {
  local wanted=()
  find_chromium >/dev/null && find_chromedriver >/dev/null || wanted+=(chromium chromium-driver)
  find_firefox >/dev/null || wanted+=(firefox-esr)
  # Without these, Japanese text in screenshots is boxes.
  if have apt-get && ! { have fc-list && fc-list :lang=ja file 2>/dev/null | grep -q .; }; then
    wanted+=(fonts-noto-cjk fontconfig)
  fi
  if ((${#wanted[@]})) && have apt-get; then
    apt_install "browsers for the tests (2 min)" "${wanted[@]}" ||
      warn "Not installed, because apt-get does not offer them or for want of root: ${wanted[*]}"
  fi
  locked set-up set_up_geckodriver
  DOJO_CHROMIUM=$(find_chromium) ||
    missing "Chromium or Chrome" "as root on Debian: apt-get install chromium chromium-driver" "or set DOJO_CHROMIUM to its path"
  CHROMEDRIVER=$(find_chromedriver) ||
    missing "chromedriver" "npx @puppeteer/browsers install chromedriver@stable" "and set CHROMEDRIVER to its path"
  DOJO_FIREFOX=$(find_firefox) ||
    missing "Firefox" "as root on Debian: apt-get install firefox-esr" "or set DOJO_FIREFOX to its path"
  GECKODRIVER=$(find_geckodriver) || missing "geckodriver" "cargo install geckodriver"
  export DOJO_CHROMIUM CHROMEDRIVER DOJO_FIREFOX GECKODRIVER
}
