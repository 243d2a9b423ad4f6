# Read by scripts/run and scripts/test: what the program needs from the system, and how to get it.
# shellcheck shell=sh

# The window loads these at run time; a build needs none of them.
# shellcheck disable=SC2034 # Used by the scripts that read this file.
window_packages="libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon-x11-0 libegl1 libgl1
    libfontconfig1 libdbus-1-3"

# Installs those of the packages $@ that are missing, or says which they are and fails.
install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian or Ubuntu: install what these packages hold, should it be missing: $*" >&2
        return 0
    fi
    missing=
    for package in "$@"; do
        dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        echo "These packages are missing. Please install them: sudo apt-get install$missing" >&2
        return 1
    fi
    echo "Installing the missing packages:$missing" >&2
    # shellcheck disable=SC2086 # The lists are words on purpose.
    { $as_root apt-get -qq update || true; } >&2 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --yes --no-install-recommends $missing >&2
}

# Fails with a sentence where there is no Rust.
require_rust() {
    PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"
    command -v cargo >/dev/null && return 0
    echo "There is no Rust here. Please install it from https://rustup.rs" >&2
    return 1
}
