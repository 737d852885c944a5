# Everything a fresh clone needs. `make help` lists the words; ARCHITECTURE.md has the reasons.
.PHONY: help demo serve test pkg size setup clean
.DEFAULT_GOAL := help
# The gallery is served after the build, also under `make -j`.
.NOTPARALLEL:

help: ## list these words
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' | awk -F'|' '{ printf "make %-7s %s\n", $$1, $$2 }'

demo: ## set up, build, and serve the gallery at http://127.0.0.1:8080 (PORT= to change)
	@pkg/tools/setup.sh build
	@$(MAKE) --no-print-directory pkg serve

serve: ## serve the gallery as it was last built
	@node www/serve.mjs

test: ## set up and run everything: formatting, lints, tests, gates, browser
	@pkg/tools/setup.sh
	@tests/run.sh

pkg: ## fill pkg/dist, through the gates
	@node pkg/tools/build.mjs

size: ## the weight of what a page loads; fails above the budget
	@node pkg/tools/size.mjs

setup: ## get what building and testing need and this machine lacks
	@pkg/tools/setup.sh

clean: ## remove everything that was built
	cargo clean
	rm -rf pkg/dist tests/browser/screenshots tests/engines/screenshots
