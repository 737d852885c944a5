#!/usr/bin/env bash
# Runs every check, stops at the first that fails, and ends with the sum of the tests that ran. `run.sh all` also runs the
# slow ones, `run.sh` leaves them out.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
finish() {
    local status=$?
    # cargo ends each test program with "test result: ok. 3 passed; 0 failed; 0 ignored; …", node with "ℹ pass 3",
    # "ℹ fail 0", "ℹ cancelled 0" (it hung) and "ℹ skipped 0", and the tests in three engines with what ran in which.
    awk '
        /^test result:/ { passed += $4; failed += $6; skipped += $8 }
        /^ℹ pass /      { passed += $3 }
        /^ℹ fail /      { failed += $3 }
        /^ℹ cancelled / { failed += $3 }
        /^ℹ skipped /   { skipped += $3 }
        /^engines: /    { engines = engines $0 "\n" }
        END             { printf "\n%s%d passed, %d failed, %d skipped\n", engines, passed, failed, skipped }
    ' "$log"
    rm -f "$log"
    exit $status
}
trap finish EXIT

step() {
    printf '\n== %s (%d s so far)\n' "$1" "$SECONDS"
    shift
    "$@" 2>&1 | tee -a "$log" || { echo "failed: $*" >&2; exit 1; }
}

wasm=(--lib --no-default-features --target wasm32-unknown-unknown)

step "formatting"        cargo fmt --all --check
step "lints"             cargo clippy --quiet --workspace --all-targets -- -D warnings
step "lints of the wasm" cargo clippy --quiet "${wasm[@]}" -- -D warnings
step "tests"             cargo test --quiet --workspace
step "build and gates"   node pkg/tools/build.mjs
# Reported here; `make size` is what fails above the budget, since another compiler may come out at other bytes.
printf '\n== weight\n'
node pkg/tools/size.mjs || true
# Three files at a time, on two cores: browsers wait more than they work.
files() { node --test --test-concurrency=3 --test-reporter=spec "$@"; }
step "tests in Chromium" files tests/browser/*.test.mjs
step "three engines"     files tests/engines/*.test.mjs
step "npm package"       files tests/package/*.test.mjs
if [ "${1:-}" = all ]; then
    step "old Chromiums"   files tests/kernels/*.test.mjs
    step "fuzz"            files tests/fuzz/*.test.mjs
    step "editors"         files tests/editors/*.test.mjs
    step "tools of others" files tests/tools/*.test.mjs
    step "readers of SVG"  files tests/readers/*.test.mjs
    step "examples"        files tests/examples/*.test.mjs
    # Servers whose load one of them measures stand alone.
    step "hosting"         node --test --test-reporter=spec tests/hosting/*.test.mjs
    step "whole release"   node --test --test-reporter=spec tests/hosting/slow/*.test.mjs
fi
