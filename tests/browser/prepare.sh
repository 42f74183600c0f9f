#!/usr/bin/env bash
# Makes sure of a Chromium and a Japanese font: installs them on Debian where it may, elsewhere says what is missing.
set -eu

browser=$(command -v "${CHROMIUM_PATH:-chromium}" || command -v chromium-browser || command -v google-chrome || true)
if [ -n "$browser" ] && fc-list :lang=ja 2>/dev/null | grep -q .; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium and a Japanese font for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq -o DPkg::Lock::Timeout=300 update
  apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium fontconfig fonts-noto-cjk >/dev/null
else
  echo "The browser tests need Chromium (or CHROMIUM_PATH) and a Japanese font; on Debian:"
  echo "  apt-get install chromium fontconfig fonts-noto-cjk"
fi
