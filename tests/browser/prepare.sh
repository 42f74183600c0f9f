#!/usr/bin/env bash
# Makes sure of three engines and a Japanese font: installs them on Debian where it may, elsewhere says what is missing.
# The headless shell is Chromium without its windows, which would take the half of all tests' time; either will do.
# WebKit has no such shell: Xvfb is its screen, and GTK its window.
set -eu

packages="chromium-headless-shell firefox-esr webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb fontconfig fonts-noto-cjk"

any() { command -v "$@" >/dev/null; }

ready() {
  any "${CHROMIUM_PATH:-chromium-headless-shell}" ${1:-} && any firefox-esr firefox && any WebKitWebDriver && any Xvfb &&
    /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null &&
    fc-list :lang=ja 2>/dev/null | grep -q .
}

get() { apt-get -qq -o DPkg::Lock::Timeout=300 "$@"; }

if ready; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium, Firefox, WebKit and a Japanese font for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  get update && get install -y --no-install-recommends $packages >/dev/null || true
fi
if ready "chromium chromium-browser google-chrome"; then
  exit 0
fi
echo "The browser tests need Chromium (or CHROMIUM_PATH), Firefox, WebKit's driver and a Japanese font; on Debian:"
echo "  apt-get install $packages"
