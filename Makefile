# Every target sets up what it needs and is quick the second time. `make run` and `make test` are all a newcomer needs.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PORT ?= 8080
PATHS := export PATH="$$PWD/.tools/bin:$$PWD/node_modules/.bin:$$PATH";

.PHONY: run test dev bench check cli build setup clean

run: build            ## build the release page and serve it
	node tools/serve.mjs dist $(PORT)

build: setup          ## the release page, in dist/
	tools/build.sh

setup:
	tools/setup.sh

dev: setup            ## rebuild and reload while editing
	$(PATHS) trunk serve --offline --public-url / --port $(PORT)

check:                ## format and lint, no warnings
	cargo fmt --check
	cargo clippy --quiet --all-targets --features cli -- -D warnings
	cargo clippy --quiet --lib --bins --features ui --target wasm32-unknown-unknown -- -D warnings

cli:                  ## the command line, target/release/attain
	cargo build --release --quiet --features cli --bin attain

bench: setup          ## the simulation, what a plan's page computes, and the reading of files, beside what others use instead
	tools/setup.sh browser
	tools/build.sh
	node benches/run.mjs
	node benches/plans.mjs
	node benches/capacity.mjs
	node benches/forecast.mjs
	node benches/pipeline.mjs
	node benches/import.mjs
	cargo bench --quiet --bench read -- --ratio

test:                 ## everything
	tools/setup.sh browser
	$(MAKE) --no-print-directory check
	cargo test --quiet --features cli
	tools/build.sh
	npx playwright test

clean:                ## what was built; not what was installed
	rm -rf target dist
