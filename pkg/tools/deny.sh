#!/usr/bin/env bash
# Asks cargo-deny about the crates of every lock file of this repository: licences, bans and sources, by the rules of
# deny.toml, and known faults, where the list of them can be reached. GitHub reaches it, so there it must be.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Where setup.sh installs it.
PATH="$PWD/target/tools/bin:$PATH"

# Runs cargo-deny over a manifest with the crates that belong to it.
deny() { cargo-deny --manifest-path "$1" --config deny.toml --workspace --all-features --log-level error "${@:2}"; }

checks=(licenses bans sources)
if deny Cargo.toml fetch db 2>/dev/null; then
    checks+=(advisories)
elif [ "${GITHUB_ACTIONS:-}" = true ]; then
    echo "deny: the list of known faults cannot be reached" >&2
    exit 1
else
    # tests/run.sh repeats this line at its end.
    echo "skipped: known faults of crates, since the list of them (github.com/RustSec/advisory-db) cannot be reached"
fi
locks=$(git ls-files Cargo.lock '*/Cargo.lock')
for lock in $locks; do
    echo "deny: ${checks[*]} of $lock"
    deny "${lock%.lock}.toml" check --hide-inclusion-graph "${checks[@]}"
done
