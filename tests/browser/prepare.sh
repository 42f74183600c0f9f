#!/usr/bin/env bash
# Makes sure of a Chromium and a Japanese font: installs them on Debian where it may, elsewhere says what is missing.
# The headless shell is Chromium without its windows, which would take the half of all tests' time; either will do.
set -eu

ready() {
  command -v "${CHROMIUM_PATH:-$1}" >/dev/null && fc-list :lang=ja 2>/dev/null | grep -q .
}

get() { apt-get -qq -o DPkg::Lock::Timeout=300 "$@"; }

if ready chromium-headless-shell; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium's headless shell and a Japanese font for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  get update && get install -y --no-install-recommends chromium-headless-shell fontconfig fonts-noto-cjk >/dev/null || true
fi
for browser in chromium-headless-shell chromium chromium-browser google-chrome; do
  if ready "$browser"; then
    exit 0
  fi
done
echo "The browser tests need Chromium (or CHROMIUM_PATH) and a Japanese font; on Debian:"
echo "  apt-get install chromium-headless-shell fontconfig fonts-noto-cjk"
