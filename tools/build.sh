#!/usr/bin/env bash
# Builds the release page into dist/; does nothing where that is there and nothing has changed that it is made of.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
# What the page is made of, and what was made of it.
sources() {
  find src static tools .cargo Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json rust-toolchain.toml -type f -print0 \
    | sort -z | xargs -0 sha256sum | sha256sum
}
made() {
  { find dist -type f 2>/dev/null | sort; cat dist/index.html 2>/dev/null || true; } | sha256sum
}
mkdir -p target
before=$(sources) # what changes while it is built is not in it
if [ -e dist/index.html ] && [ "$before $(made)" = "$(cat target/page-state 2>/dev/null)" ]; then
  echo "dist is up to date"
  exit 0
fi
rm -f target/page-state
# No path of this machine is left in what is built; `simd128` stands in .cargo/config.toml too, which this takes the place of.
crates="${CARGO_HOME:-$HOME/.cargo}/registry/src"
# Names of the kind v0 say which types a function was made for: `split.mjs` goes by them.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-feature=+simd128 -C symbol-mangling-version=v0 \
--remap-path-prefix=$PWD=attain --remap-path-prefix=$crates=crates --remap-path-prefix=$(rustc --print sysroot)=rust"
trunk build --release --offline --color never
node tools/finish.mjs dist
echo "$before $(made)" > target/page-state
