#!/usr/bin/env bash
# Gets what this machine lacks, and says so: `setup.sh build` for building alone, `release` for packing a release, `test`
# for the tests, `ci` for the slow ones too, `deny` or `fuzz` for one of the longest alone, `bench` for measuring, and everything
# but that, if nothing is said.
# With everything there it only looks, which takes a second.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { echo "setup: $*"; }
give_up() { echo "setup: $*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Installs a Debian package, or tells how to get the thing.
install() {
    local package=$1 purpose=$2
    if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
        give_up "no $purpose; install it (Debian: sudo apt-get install $package) and try again"
    fi
    say "installing $package ($purpose)"
    apt_get "$package"
}

# Installs Debian packages if that is possible, or says that the tests will do without them.
try() {
    local purpose=$1
    shift
    if [ "$(id -u)" -eq 0 ] && has apt-get; then
        say "installing $* ($purpose)"
        apt_get "$@" && return
    fi
    say "no $purpose here, so its tests will be skipped (Debian: sudo apt-get install $*)"
}

apt_get() {
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need_rust() {
    has cargo && has rustc || give_up "no Rust; install rustup from https://rustup.rs and try again"
    # Which one is pinned stands in rust-toolchain.toml. rustup fetches it when it is first called, unless it may not.
    if has rustup && ! rustc --version >/dev/null 2>&1; then
        say "installing the Rust that rust-toolchain.toml names"
        rustup toolchain install
    fi
    local wasm=wasm32-unknown-unknown
    [ -d "$(rustc --print target-libdir --target $wasm)" ] && return
    has rustup || give_up "this Rust lacks the target $wasm; install it as you installed Rust and try again"
    say "adding the Rust target $wasm"
    rustup target add $wasm
}

need_rust_linters() {
    cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
    has rustup || give_up "this Rust lacks rustfmt or clippy; install them and try again"
    say "adding rustfmt and clippy"
    rustup component add rustfmt clippy
}

need_node() {
    has node && has npm \
        || give_up "no Node.js with npm; install 18 or newer (Debian: apt-get install nodejs npm) and try again"
    node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' \
        || give_up "Node.js $(node --version) is too old; 18 or newer is needed"
}

# Installs what a folder's lock file names; a copy of the lock in node_modules tells what is there.
need_packages() {
    local folder=$1
    cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock" && return
    say "installing the npm packages of $folder"
    # None of the packages needs its install script.
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock"
}

# The engine without the windows of a browser opens pages in a third of the time; tests/engines/screenshots.mjs drives the browser.
need_browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        has "$CHROMIUM" || give_up "CHROMIUM=$CHROMIUM is no program"
        return
    fi
    has chromium || has chromium-browser || has google-chrome || install chromium "Chromium for the browser tests"
    has chromium-headless-shell || has chrome-headless-shell || want_shell
}

want_shell() {
    [ "$(id -u)" -eq 0 ] && has apt-get || return 0
    say "installing chromium-headless-shell (Chromium without windows, for faster tests)"
    apt_get chromium-headless-shell || say "it cannot be had; the browser tests take longer"
}

# Two more engines, and what reads the words of a printed page. What cannot be had is skipped and counted.
need_engines() {
    if [ -n "${FIREFOX:-}" ]; then
        has "$FIREFOX" || give_up "FIREFOX=$FIREFOX is no program"
    else
        has firefox-esr || has firefox || try "Firefox" firefox-esr
    fi
    { has WebKitWebDriver && has Xvfb; } || try "WebKitGTK" webkit2gtk-driver xvfb
    has pdftotext || try "reader of printed pages" poppler-utils
}

# The tests lay pages out in these: Chinese, as wide as the widget reckons, wider than that.
need_fonts() {
    has fc-list || install fontconfig "list of fonts"
    # Read whole: a reader that stops early would break the pipe under pipefail.
    [ -n "$(fc-list :lang=zh family)" ] || install fonts-noto-cjk "font with Chinese glyphs"
    [ -n "$(fc-list 'Liberation Sans' family)" ] || install fonts-liberation "fonts as wide as Arial and Times"
    [ -n "$(fc-list 'DejaVu Sans' family)" ] || install fonts-dejavu-core "wide font"
}

# The tests of the hosting start these themselves; without them they are skipped, and say so.
want_servers() {
    local wanted=()
    [ -x /usr/sbin/nginx ] || has nginx || wanted+=(nginx-light)
    [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || wanted+=(libnginx-mod-http-brotli-static)
    has caddy || wanted+=(caddy)
    [ ${#wanted[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
        say "tests of the hosting are skipped without ${wanted[*]} (Debian: sudo apt-get install ${wanted[*]})"
        return 0
    fi
    say "installing ${wanted[*]} (servers for the tests of the hosting), without starting them"
    # Debian asks this program before it starts a service; 101 is no. Whoever has one has a reason.
    local policy=/usr/sbin/policy-rc.d ours=
    [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && ours=yes; }
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null \
        || say "could not install ${wanted[*]}; tests of the hosting are skipped without them"
    [ -z "$ours" ] || rm -f $policy
}

# One of the programs that the code to paste is put through.
want_markdown() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import markdown' 2>/dev/null && return
    done
    try "Python-Markdown" python3-markdown
}

# Checks the examples of datasets. Its versions stand in a file with their hashes; a copy of it tells what is there.
want_frictionless() {
    local lock=tests/tools/requirements.txt home=tests/tools/.venv found='' python
    cmp -s $lock $home/.installed-lock && return
    # Debian has venv in a package of its own, which is for Debian's Python.
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import ensurepip, venv' 2>/dev/null && found=$python && break
    done
    if [ -z "$found" ]; then
        try "Python with venv" python3-venv
        found=/usr/bin/python3
    fi
    say "installing frictionless"
    "$found" -m venv --clear $home && $home/bin/pip install --quiet --require-hashes --only-binary :all: -r $lock \
        && cp $lock $home/.installed-lock && return
    say "frictionless cannot be had, so its tests will be skipped"
}

# Installs a program of cargo's, for this repository alone, since compiling it takes minutes.
need_tool() {
    local name=$1 version=$2 home=target/tools
    [ "$($home/bin/"$name" --version 2>/dev/null)" != "$name $version" ] || return 0
    say "installing $name $version, which takes some minutes"
    # Not as this repository compiles its own crates.
    CARGO_TARGET_DIR=$home/build cargo install --quiet --locked --root $home "$name@$version"
    rm -rf $home/build
}

# Checks crates by deny.toml.
need_deny() { need_tool cargo-deny 0.20.2; }

# Drives libFuzzer, which is C++. Its build needs no nightly compiler.
need_fuzzer() {
    has c++ || install g++ "C++ compiler for libFuzzer"
    need_tool cargo-fuzz 0.13.2
}

what=${1:-all}
wanted_for() { [[ " $* " == *" $what "* ]]; }
wanted_for build release test ci deny fuzz bench all || give_up "unknown word $what; expected build, release, test, ci, deny, fuzz, bench or all"

need_rust
if wanted_for deny all; then
    need_deny
fi
if wanted_for deny; then
    say "everything is there"
    exit
fi
need_node
need_packages pkg/tools
if wanted_for release ci all; then
    need_packages pkg/tools/release
fi
if wanted_for release test ci bench all; then
    need_fonts
fi
if wanted_for bench; then
    # What pages use in place of the widget. No test needs it.
    need_packages benches/peers
    need_packages tests/engines
    need_browser
    need_engines
fi
if wanted_for test ci all; then
    need_rust_linters
    need_packages tests/browser
    need_packages tests/package
    need_packages tests/engines
    need_browser
    need_engines
fi
if wanted_for ci all; then
    need_packages tests/hosting
    need_packages tests/editors
    want_markdown
    need_packages tests/tools
    want_frictionless
    need_packages examples
    # Old Chromiums, 45 MB each, which run on this platform alone.
    [ "$(uname -sm)" != "Linux x86_64" ] || need_packages tests/kernels
    # The tests of saved pictures also ask CairoSVG, Inkscape and LibreOffice, where somebody has installed them.
    has rsvg-convert || try "librsvg, which draws saved pictures" librsvg2-bin
    want_servers
fi
if wanted_for fuzz all; then
    need_fuzzer
fi
say "everything is there"
