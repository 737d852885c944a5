#!/bin/sh
# Checks a downloaded release of county-chains. It runs nothing of what is in the archives: only this script, the programs that
# every Unix has, and jq or python3, unzip and brotli where they are. Without one of these it leaves out what needs it, and says so.
#
#   sh verify.sh [folder]
#
# The folder holds SHA256SUMS and what was downloaded of the release, at least county-chains-<version>.tar.gz. The script says
# what it has checked and what it could not check, and stops with one sentence at the first thing that is wrong. It tells
# whether the files belong together, not who made them: `gh attestation verify SHA256SUMS --repo <owner>/<name>` tells that.
set -eu
export LC_ALL=C

folder=${1:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

ok() { echo "verify: ok: $*"; }
unchecked() { echo "verify: not checked: $*"; echo "$*" >>"$work/unchecked"; }
refuse() { echo "verify: refused: $*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Prints the checksum of a file: sum 256 FILE, sum 384 FILE.
sum() {
    if has "sha$1sum"; then "sha$1sum" <"$2"
    elif has shasum; then shasum -a "$1" <"$2"
    else openssl dgst -r "-sha$1" <"$2"; fi | cut -d' ' -f1
}
has sha256sum || has shasum || refuse "neither sha256sum nor shasum is installed"
# In the middle of a pipe nobody would notice that one is missing.
for program in awk base64 cat cmp comm cut diff find grep gzip head mkdir od sed sort tar tr uniq wc; do
    has "$program" || refuse "$program is not installed"
done

# The number of lines of a file.
lines() { wc -l <"$1" | tr -d ' '; }

# Checks the files of a list of checksums that are there: checksums LIST FOLDER WHOSE. Each has to be found right: a program
# that dies finds nothing wrong.
checksums() {
    while read -r expected listed; do
        [ ! -e "$2/$listed" ] || echo "$expected  $listed"
    done <"$1" >"$work/checked"
    if has sha256sum; then set -- "$@" sha256sum; else set -- "$@" shasum -a 256; fi
    list=$work/checked whose=$3
    (cd "$2" && shift 3 && "$@" -c "$list" 2>/dev/null) >"$work/found" || :
    wrong=$(grep -v ': OK$' "$work/found" | head -n 1)
    [ -z "$wrong" ] || refuse "${wrong%: FAILED*} is not the file that $whose lists"
    [ "$(lines "$work/found")" -eq "$(lines "$list")" ] || refuse "the checksums of $whose could not all be computed"
}

# Reads a SHA256SUMS into lines of checksum and name, or refuses it.
readsums() {
    [ -f "$1" ] || refuse "$2 is missing"
    if grep -Evq '^[0-9a-f]{64}  [A-Za-z0-9._/+-]+$' "$1"; then refuse "$2 has a line that is no checksum with a name"; fi
    if cut -c67- "$1" | grep -Eq '(^|/)(\.\.?)?(/|$)'; then refuse "$2 names a path outside of its folder"; fi
    [ -s "$1" ] || refuse "$2 is empty"
    [ -z "$(cut -c67- "$1" | sort | uniq -d)" ] || refuse "$2 names a file twice"
    # Ends the last line too, which nobody would read otherwise.
    awk '{ print $1 " " $2 }' "$1"
}

# Turns JSON into lines of path, tab and value. Refuses what is no JSON.
flatten() {
    case $json in
        jq) jq -r 'paths(type != "object" and type != "array") as $path
                | ($path | map(tostring) | join("/")) + "\t" + (getpath($path) | tostring)' "$1" ;;
        python3) python3 -c '
import json, sys
def walk(value, path):
    if isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            walk(one, path + [str(key)])
    else:
        print("/".join(path) + "\t" + (value if isinstance(value, str) else json.dumps(value)))
walk(json.load(open(sys.argv[1], encoding="utf-8")), [])' "$1" ;;
    esac >"$work/flat" 2>/dev/null || refuse "$2 is not valid JSON"
    cat "$work/flat"
}

# The value at a path of flattened JSON: value FILE PATH.
value() { awk -F '\t' -v path="$2" '$1 == path { print $2 }' "$1"; }

json=
for program in jq python3; do [ -n "$json" ] || ! has "$program" || json=$program; done

# --- What was downloaded

readsums "$folder/SHA256SUMS" SHA256SUMS >"$work/sums"
version=$(sed -n 's/^[0-9a-f]* county-chains-\(.*\)\.tar\.gz$/\1/p' "$work/sums")
name=county-chains-$version
case $version in
    "" | *[!0-9A-Za-z.+-]*) refuse "SHA256SUMS does not name one county-chains-<version>.tar.gz" ;;
esac
[ -f "$folder/$name.tar.gz" ] || refuse "$name.tar.gz is missing"
while read -r _ file; do
    case $file in
        "$name.tar.gz" | "$name.zip" | "$name-npm.tgz" | "$name.cdx.json" | verify.sh) ;;
        *) refuse "SHA256SUMS names $file, which is no file of version $version" ;;
    esac
    [ -e "$folder/$file" ] || unchecked "$file, which is not in $folder"
done <"$work/sums"
checksums "$work/sums" "$folder" SHA256SUMS
ok "the downloaded files are those that SHA256SUMS lists, version $version"

# --- The folder for web servers

# The names of the files in a zip archive.
listzip() {
    if has unzip; then unzip -l "$1" </dev/null | sed -n 's/^ *[0-9]\{1,\}  *[0-9-]\{1,\} [0-9]*:[0-9]*  *//p'
    else python3 -c 'import sys, zipfile; print("\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))' "$1"; fi 2>/dev/null | grep -v '/$' | sort
}

# Unpacks a tar archive whose files all lie below one folder: unpack ARCHIVE INTO BELOW.
unpack() {
    tar -tzf "$1" >"$work/names" 2>/dev/null || refuse "${1##*/} cannot be unpacked"
    # Only characters that SHA256SUMS may have. A line feed that tar does not mark here looks like no file in the next list.
    if grep -Eq '[^A-Za-z0-9._/+-]' "$work/names"; then refuse "${1##*/} holds a name with a character that no file of a release has"; fi
    [ -z "$(sort "$work/names" | uniq -d)" ] || refuse "${1##*/} holds a name twice"
    if grep -Eq '(^|/)\.\.(/|$)' "$work/names" || [ -n "$(awk -v below="$3/" 'index($0, below) != 1' "$work/names")" ]; then
        refuse "${1##*/} holds files outside of $3/"
    fi
    if tar -tvzf "$1" 2>/dev/null | grep -q '^[^d-]'; then refuse "${1##*/} holds something that is neither file nor folder"; fi
    mkdir "$2"
    tar -xzf "$1" -C "$2" 2>/dev/null || refuse "${1##*/} cannot be unpacked"
}

unpack "$folder/$name.tar.gz" "$work/tar" "$name"
site=$work/tar/$name
readsums "$site/SHA256SUMS" "the folder's SHA256SUMS" >"$work/listed"
(cd "$site" && find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | sort) >"$work/there"
cut -d' ' -f2 "$work/listed" | sort >"$work/expected"
missing=$(comm -23 "$work/expected" "$work/there" | head -n 1)
[ -z "$missing" ] || refuse "$missing is missing in $name/"
extra=$(comm -13 "$work/expected" "$work/there" | head -n 1)
[ -z "$extra" ] || refuse "$extra is in $name/, but its SHA256SUMS does not list it"
checksums "$work/listed" "$site" "the folder's SHA256SUMS"
ok "$name/ holds the $(lines "$work/there") files that its SHA256SUMS lists, and no other"

if [ ! -f "$folder/$name.zip" ]; then :
elif has unzip || has python3; then
    listzip "$folder/$name.zip" >"$work/zipped"
    [ -z "$(uniq -d "$work/zipped")" ] || refuse "$name.zip holds a name twice"
    if has unzip; then unzip -q -o "$folder/$name.zip" -d "$work/zip"; else python3 -m zipfile -e "$folder/$name.zip" "$work/zip"; fi \
        </dev/null >/dev/null 2>&1 || refuse "$name.zip cannot be unpacked"
    # What compares would follow a link.
    [ -z "$(find "$work/zip" ! -type f ! -type d)" ] || refuse "$name.zip holds something that is neither file nor folder"
    (cd "$work/zip" && find . -type f | sed 's|^\./||' | sort) | cmp -s - "$work/zipped" || refuse "$name.zip unpacks to other files than it lists"
    diff -r "$work/tar" "$work/zip" >/dev/null 2>&1 || refuse "$name.zip holds other files than $name.tar.gz"
    ok "$name.zip holds the same files as $name.tar.gz"
else
    unchecked "$name.zip, since neither unzip nor python3 is installed"
fi

# Checks that every file with an ending unpacks to the file beside it: same ENDING COMMAND....
same() {
    ending=$1
    shift
    grep "\\.$ending\$" "$work/there" >"$work/packed" || refuse "$name/ holds no file that ends with .$ending"
    while read -r file; do
        "$@" <"$site/$file" 2>/dev/null | cmp -s - "$site/${file%."$ending"}" || refuse "$file does not unpack to ${file%."$ending"}"
    done <"$work/packed"
    ok "each of $(lines "$work/packed") files that end with .$ending unpacks to the file beside it"
}
same gz gzip -dc
if has brotli; then same br brotli -dc
else unchecked "whether the files that end with .br unpack to the files beside them, since brotli is not installed"; fi

# --- integrity.json and the bill of materials

if [ -n "$json" ]; then
    flatten "$site/integrity.json" integrity.json >"$work/integrity"
    [ "$(value "$work/integrity" version)" = "$version" ] || refuse "integrity.json is of another version than $version"
    # Base64 into hexadecimal digits, which every program for checksums prints.
    sed -n 's|^files/||p' "$work/integrity" >"$work/hashes"
    [ -s "$work/hashes" ] || refuse "integrity.json names no file"
    knows384=yes
    has sha384sum || has shasum || has openssl || knows384=
    while IFS="$(printf '\t')" read -r file hash; do
        [ -f "$site/$file" ] || refuse "integrity.json names $file, which is missing"
        [ -n "$knows384" ] || continue
        hex=$(printf %s "${hash#sha384-}" | base64 -d 2>/dev/null | od -An -v -tx1 | tr -d ' \n')
        [ "$(sum 384 "$site/$file")" = "$hex" ] || refuse "$file does not have the hash that integrity.json states"
    done <"$work/hashes"
    sed -n 's|^tags/||p' "$work/integrity" | while IFS="$(printf '\t')" read -r file tag; do
        case $tag in
            *"integrity=\"$(value "$work/integrity" "files/$file")\""*) ;;
            *) refuse "the tag for $file in integrity.json has another hash than the file" ;;
        esac
    done
    if [ -n "$knows384" ]; then ok "integrity.json has the hash of each of $(lines "$work/hashes") files, and tags with them"
    else unchecked "the hashes in integrity.json, since none of sha384sum, shasum and openssl is installed"; fi
else
    unchecked "integrity.json and county-chains.cdx.json, since neither jq nor python3 is installed"
fi

if [ -f "$folder/$name-npm.tgz" ]; then
    unpack "$folder/$name-npm.tgz" "$work/npm" package
    package=$work/npm/package
    [ -d "$package/dist" ] || refuse "the npm package has no folder dist"
    extra=$(cd "$package" && find . -type f ! -path './dist/*' | sed 's|^\./||' \
        | grep -Evx 'README\.md|package\.json|custom-elements\.json|LICENSE-(APACHE|MIT)' | head -n 1)
    [ -z "$extra" ] || refuse "the npm package holds $extra, which does not belong there"
    (cd "$package/dist" && find . -type f | sed 's|^\./||' | sort) >"$work/packaged"
    while read -r file; do
        [ ! -f "$site/$file" ] || cmp -s "$site/$file" "$package/dist/$file" || refuse "$file differs between $name.tar.gz and the npm package"
    done <"$work/packaged"
    ok "the npm package has the same files as $name/, where both have them"
    if [ -n "$json" ]; then
        flatten "$package/package.json" package.json >"$work/manifest"
        [ "$(value "$work/manifest" version)" = "$version" ] || refuse "the npm package is of another version than $version"
        # A path goes on, or a tab stands before the value.
        if grep -Eq '^(dependencies|optionalDependencies|peerDependencies|bundled?Dependencies|scripts)[/[:blank:]]' "$work/manifest"; then
            refuse "the npm package depends on others, or runs scripts"
        fi
        if grep -Eq '^(bin|directories/bin)[/[:blank:]]' "$work/manifest"; then refuse "the npm package brings a command"; fi
        ok "the npm package is of version $version, depends on no other, runs no script and brings no command"
    else
        unchecked "package.json of the npm package, since neither jq nor python3 is installed"
    fi
else
    : >"$work/packaged"
fi

# The files that the bill of materials names, each in the folder or in the npm package, and no script or wasm beside them.
check_files() {
    awk -F '\t' '
        $1 ~ /^metadata\/component\/components\/[0-9]+\/name$/ { split($1, at, "/"); name[at[4]] = $2 }
        $1 ~ /^metadata\/component\/components\/[0-9]+\/hashes\/0\/content$/ { split($1, at, "/"); print $2 " " name[at[4]] }
    ' "$work/bom" >"$work/files"
    [ -s "$work/files" ] || refuse "$1 names no file"
    while read -r hash file; do
        if [ -f "$site/$file" ]; then at=$site/$file
        elif [ ! -f "$folder/$name-npm.tgz" ]; then
            echo "$file" >>"$work/absent"
            continue
        elif [ -f "$package/dist/$file" ]; then at=$package/dist/$file
        else refuse "$1 names $file, which is missing"; fi
        [ "$(sum 256 "$at")" = "$hash" ] || refuse "$file does not have the hash that $1 states"
    done <"$work/files"
    cut -d' ' -f2 "$work/files" | sort >"$work/named"
    cat "$work/there" "$work/packaged" | grep -E '\.([cm]?js|wasm)$' | sort -u >"$work/running"
    extra=$(comm -13 "$work/named" "$work/running" | head -n 1)
    [ -z "$extra" ] || refuse "$1 does not name $extra"
    cut -f1 "$work/hashes" | sort >"$work/pinned"
    extra=$(comm -12 "$work/named" "$work/there" | comm -23 - "$work/pinned" | head -n 1)
    [ -z "$extra" ] || refuse "integrity.json does not name $extra"
    [ ! -s "$work/absent" ] || unchecked "$(lines "$work/absent") files that only the npm package has"
    ok "$1 has the hash of each file that is there, and names every script and wasm"
}

# What has code in the release, by the bill of materials and by the file of licences.
check_components() {
    awk -F '\t' '
        $1 ~ /^components\/[0-9]+\/(name|version|scope)$/ { split($1, at, "/"); found[at[2], at[3]] = $2; last = at[2] }
        END { for (i = 0; i <= last; i++) if (found[i, "scope"] == "required") print found[i, "name"] " " found[i, "version"] }
    ' "$work/bom" | sort >"$work/required"
    [ -f "$site/LICENSE-THIRD-PARTY.txt" ] || refuse "LICENSE-THIRD-PARTY.txt is missing in $name/"
    # The lists stand before the first text, which a line of hyphens begins.
    sed '/^-----/,$d' "$site/LICENSE-THIRD-PARTY.txt" | sed -n 's/^\([^ ]* [0-9][^ :]*\): .*$/\1/p' | sort >"$work/licensed"
    [ -s "$work/licensed" ] || refuse "LICENSE-THIRD-PARTY.txt names nothing"
    one=$(comm -23 "$work/required" "$work/licensed" | head -n 1)
    [ -z "$one" ] || refuse "$1 names $one, which LICENSE-THIRD-PARTY.txt does not name"
    one=$(comm -13 "$work/required" "$work/licensed" | head -n 1)
    [ -z "$one" ] || refuse "LICENSE-THIRD-PARTY.txt names $one, which $1 does not name"
    ok "$1 and LICENSE-THIRD-PARTY.txt name the same $(lines "$work/licensed") components"
}

bom=county-chains.cdx.json
[ -f "$site/$bom" ] || refuse "$bom is missing in $name/"
if [ -f "$folder/$name.cdx.json" ]; then
    cmp -s "$site/$bom" "$folder/$name.cdx.json" || refuse "$name.cdx.json differs from $bom in $name/"
fi
if [ -n "$json" ]; then
    flatten "$site/$bom" "$bom" >"$work/bom"
    [ "$(value "$work/bom" bomFormat)" = CycloneDX ] || refuse "$bom is no bill of materials of CycloneDX"
    [ "$(value "$work/bom" metadata/component/name)" = county-chains ] || refuse "$bom is not that of county-chains"
    [ "$(value "$work/bom" metadata/component/version)" = "$version" ] || refuse "$bom is of another version than $version"
    check_files "$bom"
    check_components "$bom"
fi

left=
if [ -f "$work/unchecked" ]; then
    left="; $(lines "$work/unchecked") things were not checked"
    [ "$(lines "$work/unchecked")" -ne 1 ] || left="; 1 thing was not checked"
fi
echo "verify: the files of version $version belong together$left"
