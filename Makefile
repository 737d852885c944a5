# Everything a fresh clone needs. `make help` lists the words; ARCHITECTURE.md has the reasons.
.PHONY: help demo serve test test-ci test-all fuzz pkg size release reproduce deny bench load setup clean
.DEFAULT_GOAL := help
# The gallery is served after the build, also under `make -j`.
.NOTPARALLEL:

# Written last by the build. What weighs or serves a build makes one where there is none.
BUILT := pkg/dist/schema.json

help: ## list these words
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{ printf "make %-8s %s\n", $$1, $$2 }'

demo: pkg ## set up, build, and serve the gallery at http://127.0.0.1:8080 (PORT= to change)
	@node www/serve.mjs

serve: $(BUILT) ## serve the gallery as it was last built
	@node www/serve.mjs

test: ## set up and run the checks: formatting, lints, tests, gates, browser, package
	@pkg/tools/setup.sh test
	@tests/run.sh

test-ci: ## the same, and what is slow: examples, tools of others, web servers, a whole release
	@pkg/tools/setup.sh ci
	@tests/run.sh ci

test-all: ## all that, and what takes many minutes: fuzzing, two builds that are compared, cargo-deny, long runs
	@pkg/tools/setup.sh
	@tests/run.sh all

fuzz: ## look for inputs that break the program, for hours if need be (MINUTES=, TARGET=, SAVE=1; see docs/dev/fuzzing.md)
	@pkg/tools/setup.sh fuzz
	@node tests/fuzz/guided.mjs

pkg: ## set up and fill pkg/dist, through the gates
	@pkg/tools/setup.sh build
	@node pkg/tools/build.mjs

size: $(BUILT) ## the weight of what a page loads; fails above the budget
	@node pkg/tools/size.mjs

release: ## what gets published, into release/ (VERSION= prepares a new one; see CONTRIBUTING.md)
	@pkg/tools/setup.sh release
	@node pkg/tools/release.mjs

reproduce: ## build twice from nothing, in other folders and for another user, and compare all bytes
	@pkg/tools/setup.sh release
	@node pkg/tools/reproduce.mjs

deny: ## licences, sources and known faults of all crates, by cargo-deny
	@pkg/tools/setup.sh deny
	@pkg/tools/deny.sh

bench: $(BUILT) ## this widget beside its peers, and large datasets, into benches/ (RUNS=, PEERS=, PARTS=; see docs/dev/speed.md)
	@pkg/tools/setup.sh bench
	@node benches/contest.mjs
	@[ -n "$(PEERS)$(PARTS)" ] || node benches/own.mjs

load: $(BUILT) ## what one nginx serves on this machine, by wrk
	@pkg/tools/setup.sh release
	@node tests/hosting/load.mjs

setup: ## get what building and testing need and this machine lacks
	@pkg/tools/setup.sh

clean: ## remove everything that was built
	cargo clean
	rm -rf pkg/dist pkg/custom-elements.json pkg/LICENSE-* release tests/browser/screenshots tests/engines/screenshots

$(BUILT):
	@$(MAKE) --no-print-directory pkg
