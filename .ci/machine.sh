# shellcheck shell=bash
# What the machine must have, and how it comes by it. Read by vigie; "jdk" and "postgres" are what it finds.

missing_packages=() missing_by_hand=()
apt_is_fresh=''

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        fail "needs root for: $*. Run that as root (or install sudo), then call ./vigie again."
    fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >&2; }

# Whether apt is here. Its lists are read anew once, when the first thing is found missing.
can_apt() {
    have apt-get || return 1
    [ -z "$apt_is_fresh" ] || return 0
    say '    reading the package lists'
    apt update || fail 'apt-get update failed (see above). Repair the package sources or the network, then call ./vigie again.'
    apt_is_fresh=yes
}

apt_version() { apt-cache policy "$1" | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}\([0-9].*\)/\2/p'; }
newest_package() { apt-cache search --names-only "$1" | cut -d' ' -f1 | sort -V | tail -n 1; }

# PACKAGE LEAST-VERSION SENTENCE: through apt when the distribution's is new enough, else by hand.
want() {
    if can_apt && [ -n "$1" ] && at_least "$(apt_version "$1")" "$2"; then
        missing_packages+=("$1")
    else
        missing_by_hand+=("$3")
    fi
}

jdk_homes() {
    printf '%s\n' "${JAVA_HOME:-/none}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home
    if have javac; then dirname "$(dirname "$(readlink -f "$(command -v javac)")")"; fi
}

# The newest JDK from version 21 on.
find_jdk() {
    local candidate version
    jdk_homes | while read -r candidate; do
        if [ -x "$candidate/bin/javac" ] && [ -r "$candidate/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$candidate/release")
            if at_least "$version" 21; then printf '%s %s\n' "$version" "$candidate"; fi
        fi
    done | sort -V | tail -n 1 | cut -d' ' -f2-
}

want_jdk() {
    local package=''
    if can_apt; then package=$(newest_package '^openjdk-[0-9]+-jdk-headless$'); fi
    want "$package" 21 'A JDK, version 21 or newer (Eclipse Temurin: https://adoptium.net), unpacked below /usr/lib/jvm or named in JAVA_HOME.'
}

# The programs of the version that made the data, else of the newest one that has PostGIS.
find_postgres() {
    local bin
    if [ -f "$cluster/data/PG_VERSION" ]; then
        bin=/usr/lib/postgresql/$(cat "$cluster/data/PG_VERSION")/bin
        if [ -x "$bin/postgres" ]; then printf '%s\n' "$bin"; return; fi
    fi
    for bin in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null || echo /none)"; do
        if [ -x "$bin/initdb" ] && has_postgis "$bin"; then printf '%s\n' "$bin"; fi
    done | sort -V | tail -n 1
}

has_postgis() {
    local version share
    version=$(basename "$(dirname "$1")")
    # Debian's own pg_config comes with another package than the server.
    share=/usr/share/postgresql/$version
    [ -d "$share" ] || share=$("$1/pg_config" --sharedir 2>/dev/null) || return 1
    [ -f "$share/extension/postgis.control" ]
}

want_postgres() {
    local package=''
    if can_apt; then package=$(newest_package '^postgresql-[0-9]+-postgis-3$'); fi
    want "$package" 3 'PostgreSQL 14 or newer with PostGIS 3, with pg_config on the PATH.'
    if [ -n "$package" ]; then missing_packages+=("${package%-postgis-3}"); fi
}

want_build_tools() {
    have mvn || want maven 3.8 'Maven 3.8 or newer (https://maven.apache.org): mvn on the PATH.'
    if ! have node || ! at_least "$(node --version | tr -d v)" 20.19; then
        want nodejs 20.19 'Node.js 20.19 or newer with npm (https://nodejs.org): node on the PATH.'
    fi
    have npm || want npm 9 'npm 9 or newer (it comes with Node.js).'
}

find_chromium() {
    local name
    for name in "${VIGIE_CHROMIUM:-chromium}" chromium google-chrome google-chrome-stable; do
        if command -v "$name"; then return; fi
    done
    return 1
}

want_test_tools() {
    find_chromium >/dev/null || want chromium 100 'Chromium 100 or newer, on the PATH or named in VIGIE_CHROMIUM.'
    have curl || want curl 7 'curl, with which layers/publish.sh speaks to GeoServer.'
    have shellcheck || want shellcheck 0.8 'ShellCheck 0.8 or newer (https://www.shellcheck.net).'
}

# Debian's package would make and start a cluster of its own at its first installation.
keep_system_without_cluster() {
    local file=/etc/postgresql-common/createcluster.conf
    [ ! -e "$file" ] || return 0
    say "    writing create_main_cluster = false into $file: no system cluster is to be started"
    as_root mkdir -p "$(dirname "$file")"
    echo 'create_main_cluster = false' | as_root tee "$file" >/dev/null
}

install_missing() {
    if [ ${#missing_by_hand[@]} -gt 0 ]; then
        say 'vigie: please install, then call ./vigie again:'
        printf '  - %s\n' "${missing_by_hand[@]}" >&2
        exit 1
    fi
    [ ${#missing_packages[@]} -gt 0 ] || return 0
    say "    installing ${missing_packages[*]}"
    case " ${missing_packages[*]} " in *' postgresql-'*) keep_system_without_cluster ;; esac
    apt install -y --no-install-recommends "${missing_packages[@]}" \
        || fail 'the installation failed (see above). Repair it with apt-get, then call ./vigie again.'
}

# [testing]: whatever the next steps need.
ensure_tools() {
    jdk=$(find_jdk)
    [ -n "$jdk" ] || want_jdk
    if own_database; then
        place_cluster
        [ -n "$(find_postgres)" ] || want_postgres
    else
        have psql || want postgresql-client 14 'psql, the client of PostgreSQL 14 or newer.'
    fi
    have ogr2ogr || want gdal-bin 3 'GDAL 3 or newer: ogr2ogr on the PATH.'
    if [ "${1:-}" = testing ]; then want_test_tools; fi
    if [ "${1:-}" = testing ] || ! is_built; then want_build_tools; fi
    install_missing
    jdk=$(find_jdk)
    if own_database; then use_postgres; fi
}

use_postgres() {
    # The user postgres may be new.
    place_cluster
    postgres=$(find_postgres)
    local made_by
    made_by=$(cat "$cluster/data/PG_VERSION" 2>/dev/null || true)
    case $made_by in
        '' | "$("$postgres/postgres" --version | sed 's/.* \([0-9]*\)\..*/\1/')") ;;
        *) fail "the data in $cluster was made by PostgreSQL $made_by, which is gone. Install it again; 'Upgrade' in backend/docs/operations.md tells how to move." ;;
    esac
}
