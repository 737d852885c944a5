#!/usr/bin/env bash
# Runs checks, stops at the first that fails, and ends with the sum of the tests that ran. `run.sh` leaves the slow ones
# out, `run.sh ci` has them, `run.sh all` also has those that take many minutes, and `run.sh pkg engines` runs these parts
# alone; they are named in the list below.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
aside=$(mktemp)
finish() {
    local status=$? group
    for group in $(jobs -p); do kill -- "-$group" 2>/dev/null || true; done
    # cargo ends each test program with "test result: ok. 3 passed; 0 failed; 0 ignored; …", node with "ℹ pass 3",
    # "ℹ fail 0", "ℹ cancelled 0" (it hung) and "ℹ skipped 0", and the tests in engines with what ran in which. What a
    # native test could not look at is told beside, since cargo counts that test among those that passed.
    awk '
        /^test result:/ { passed += $4; failed += $6; skipped += $8 }
        /^ℹ pass /      { passed += $3 }
        /^ℹ fail /      { failed += $3 }
        /^ℹ cancelled / { failed += $3 }
        /^ℹ skipped /   { skipped += $3 }
        /^engines: |^skipped: / { told = told $0 "\n" }
        END             { printf "\n%s%d passed, %d failed, %d skipped\n", told, passed, failed, skipped }
    ' "$log"
    rm -f "$log" "$aside"
    exit $status
}
trap finish EXIT

step() {
    printf '\n== %s (%d s so far)\n' "$1" "$SECONDS"
    shift
    "$@" 2>&1 | tee -a "$log" || { echo "failed: $*" >&2; exit 1; }
}

wasm=(--lib --no-default-features --target wasm32-unknown-unknown)
# Three files at a time, on two cores: browsers wait more than they work.
files() { node --test --test-concurrency=3 --test-reporter=spec "$@"; }
# One file at a time, where files would get in each other's way.
serial() { node --test --test-concurrency=1 --test-reporter=spec "$@"; }

lints() {
    step "formatting"        cargo fmt --all --check
    step "lints"             cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
    step "lints of the wasm" cargo clippy --quiet --locked "${wasm[@]}" -- -D warnings
}
native()  { step "tests"                 cargo test --quiet --locked --workspace; }
pkg() {
    step "build and gates"   node pkg/tools/build.mjs
    step "weight"            node pkg/tools/size.mjs
}
browser() { step "tests in Chromium"     files tests/browser/*.test.mjs; }
engines() { step "Firefox and WebKitGTK" files tests/engines/*.test.mjs; }
package() { step "npm package"           files tests/package/*.test.mjs; }
kernels() { step "old Chromiums"         files tests/kernels/*.test.mjs; }
fuzz()    { step "fuzz"                  files tests/fuzz/*.test.mjs; }
others() {
    step "editors"           files tests/editors/*.test.mjs
    step "tools of others"   files tests/tools/*.test.mjs
    step "readers of SVG"    files tests/readers/*.test.mjs
}
# Each file puts the package where the examples find it: none may do so while another builds them.
examples() { step "examples"             serial tests/examples/*.test.mjs; }
# The servers of two files could choose the same free port.
hosting() { step "hosting"               serial tests/hosting/*.test.mjs; }
release() { step "whole release"         serial tests/hosting/slow/*.test.mjs; }
# Some seconds for each target; MINUTES is for all of them.
fuzzing() { step "guided fuzzing"        node tests/fuzz/guided.mjs; }
reproduce() { step "two builds"          node pkg/tools/reproduce.mjs; }
deny()    { step "crates"                pkg/tools/deny.sh; }
# Each measures what a page holds, and takes minutes.
long-runs() { step "long runs"           serial tests/long/*.test.mjs; }

usual=(lints native pkg browser engines package)
slow=(kernels fuzz others examples hosting release)
long=(fuzzing reproduce deny long-runs)
case "${1:-}" in
    "")  parts=("${usual[@]}") ;;
    ci)  parts=("${usual[@]}" "${slow[@]}") ;;
    all) parts=("${usual[@]}" "${slow[@]}" "${long[@]}") ;;
    *)   parts=("$@") ;;
esac
for part in "${parts[@]}"; do
    case " ${usual[*]} ${slow[*]} ${long[*]} " in
        *" $part "*) ;;
        *) echo "run.sh: no part \"$part\"; there are ${usual[*]} ${slow[*]} ${long[*]}" >&2; exit 2 ;;
    esac
done
asked=" ${parts[*]} "

# Runs those of the parts that are asked for.
run() {
    local part
    for part in $1; do
        case "$asked" in *" $part "*) "$part" ;; esac
    done
}

# Runs two lists of parts at once: each has minutes in which it waits, or keeps one processor only. What the second list
# says is printed and counted after the first.
together() {
    local status=0
    # In a process group of its own, so that all of it can be ended.
    set -m
    (trap - EXIT; log=/dev/null; run "$2") >"$aside" 2>&1 </dev/null &
    set +m
    run "$1"
    wait $! || status=$?
    tee -a "$log" <"$aside"
    return $status
}

together "lints native" "pkg"
# The release replaces the built command for a while. The tests in Chromium, which run beside it, do not use the command; all
# others wait for it.
together "browser" "release engines package kernels fuzz others examples hosting"
# Each of these keeps both processors.
run "${long[*]}"
