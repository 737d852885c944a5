#!/usr/bin/env bash
# Lets npm check the signatures of every package that a lock file of this repository names: that of the registry, and that of
# where a package was built, if it has one. It needs npm’s registry and the list of its keys.
set -euo pipefail
cd "$(dirname "$0")/../.."

locks=$(git ls-files package-lock.json '*/package-lock.json')
for lock in $locks; do
    folder=$(dirname "$lock")
    echo "signatures: $folder"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm audit signatures)
done
