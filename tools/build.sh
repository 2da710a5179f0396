#!/usr/bin/env bash
# Builds the release page into dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
# No path of this machine is left in what is built; `simd128` stands in .cargo/config.toml too, which this takes the place of.
sources="${CARGO_HOME:-$HOME/.cargo}/registry/src"
# Names of the kind v0 say which types a function was made for: `split.mjs` goes by them.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-feature=+simd128 -C symbol-mangling-version=v0 \
--remap-path-prefix=$PWD=attain --remap-path-prefix=$sources=crates --remap-path-prefix=$(rustc --print sysroot)=rust"
trunk build --release --offline --color never
node tools/finish.mjs dist
