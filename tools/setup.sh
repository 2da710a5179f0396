#!/usr/bin/env bash
# Brings what the build and the tests need, or says exactly what is missing. Safe to run again; quick the second time.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
BINDGEN=0.2.126

fail() { printf '\n%s\n' "$*" >&2; exit 1; }

command -v cargo >/dev/null || fail "cargo is missing. Install it with rustup: https://rustup.rs"
command -v node >/dev/null || fail "node is missing. Install Node.js 20 or later, with npm."
command -v npm >/dev/null || fail "npm is missing. It comes with Node.js."

if command -v rustup >/dev/null; then
  rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
fi

# Build tools of the project's own, at fixed versions. They are run, not shipped: a light profile builds them fast.
tool() { # name version cargo-arguments…
  local name=$1 version=$2; shift 2
  if [ "$(.tools/bin/"$name" --version 2>/dev/null | grep -o '[0-9][0-9.]*' | head -n 1)" != "$version" ]; then
    echo "building $name $version (once)"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR=target/tools \
      cargo install --quiet --locked --force --root .tools --version "$version" "$@"
  fi
}
tool trunk "$TRUNK" --no-default-features trunk
tool wasm-bindgen "$BINDGEN" wasm-bindgen-cli

if ! cmp -s package-lock.json node_modules/.installed; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed
fi

if [ "${1:-}" = browser ] && ! command -v chromium >/dev/null && [ -z "${CHROMIUM:-}" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  else
    fail "Chromium is missing. Install it (on Debian: apt-get install chromium), or name one in CHROMIUM."
  fi
fi
