#!/usr/bin/env bash
# Makes sure of nginx and openssl, for the tests of deploy/: installs them on Debian where it may, elsewhere says so.
set -eu

ready() { PATH="$PATH:/usr/sbin" command -v nginx >/dev/null && command -v openssl >/dev/null; }

get() { apt-get -qq -o DPkg::Lock::Timeout=300 "$@"; }

if ! ready && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing nginx and openssl for the tests of deploy/"
  export DEBIAN_FRONTEND=noninteractive
  get update && get install -y --no-install-recommends nginx-light openssl >/dev/null || true
fi
ready || echo "The tests of deploy/ need nginx and openssl; on Debian: apt-get install nginx-light openssl"
