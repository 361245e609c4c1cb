# shellcheck shell=bash
# The private PostGIS cluster of one checkout. Read by vigie.

# Made by us, unless the caller named another.
own_database() { [ -z "${VIGIE_DATABASE_URL:-}" ] || [ -n "${private_url:-}" ]; }

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env HOME=/ "$@")
    else
        "$@"
    fi
}

place_cluster() {
    cluster=$state/postgres
    if [ "$(id -u)" = 0 ] && id postgres >/dev/null 2>&1 && ! as_postgres test -x "$state"; then
        cluster=/var/lib/vigie/$(printf '%s' "$state" | sha256sum | cut -c1-12)
    fi
}

cluster_runs() { [ -d "$cluster/data" ] && as_postgres "$postgres/pg_ctl" -D "$cluster/data" status >/dev/null 2>&1; }

# PostgreSQL's own pid file: line 4 is the port, line 5 the socket's directory.
cluster_port() { as_postgres sed -n 4p "$cluster/data/postmaster.pid"; }
cluster_sockets() { as_postgres sed -n 5p "$cluster/data/postmaster.pid"; }

make_cluster() {
    say "    making a private PostgreSQL cluster in $cluster"
    case $cluster in /var/lib/*) say "    (the user postgres, who must run it, cannot reach $state)" ;; esac
    mkdir -p "$cluster"
    chmod 700 "$cluster"
    if [ "$(id -u)" = 0 ]; then chown postgres: "$cluster"; fi
    # Moved to its place when complete: a start that was broken off begins anew.
    as_postgres rm -rf "$cluster/new"
    as_postgres "$postgres/initdb" -D "$cluster/new" --data-checksums --encoding=UTF8 --locale=C.UTF-8 \
        --auth-local=peer --auth-host=scram-sha-256 >"$state/initdb.log" 2>&1 || {
        tail -n 5 "$state/initdb.log" >&2
        fail "could not make a database cluster in $cluster (see above)."
    }
    as_postgres tee -a "$cluster/new/postgresql.conf" >/dev/null <<'CONF'
listen_addresses = '127.0.0.1'
password_encryption = 'scram-sha-256'
max_connections = 60
shared_buffers = '256MB'
max_wal_size = '2GB'
jit = off
timezone = 'UTC'
CONF
    as_postgres mv "$cluster/new" "$cluster/data"
}

start_cluster() {
    own_database || return 0
    [ -d "$cluster/data" ] || make_cluster
    if ! cluster_runs; then
        started_cluster=yes
        as_postgres "$postgres/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w -t 120 \
            -o "-c port=$(free_port) -c unix_socket_directories=$(new_sockets)" start >/dev/null || {
            as_postgres tail -n 15 "$cluster/log" >&2
            fail "PostgreSQL did not start (see above); its log: $cluster/log"
        }
    fi
    fill_cluster
    private_url="jdbc:postgresql://127.0.0.1:$(cluster_port)/vigie?sslmode=disable"
    export VIGIE_DATABASE_URL=$private_url VIGIE_DATABASE_USER=vigie_owner VIGIE_DATABASE_PASSWORD=$VIGIE_OWNER_PASSWORD
}

# A socket's path has at most 107 bytes, and goes through PostgreSQL's command line.
new_sockets() {
    case $cluster in
        *[!A-Za-z0-9/._-]*) as_postgres mktemp -d /tmp/vigie.XXXXXX ;;
        *) if [ ${#cluster} -le 85 ]; then printf '%s\n' "$cluster"; else as_postgres mktemp -d /tmp/vigie.XXXXXX; fi ;;
    esac
}

as_superuser() { as_postgres "$postgres/psql" -XqAt -v ON_ERROR_STOP=1 -h "$(cluster_sockets)" -p "$(cluster_port)" "$@"; }

# Owner, database and PostGIS, which only a superuser may create. Everything else the service makes itself.
fill_cluster() {
    if [ "$(as_superuser -d postgres -c "select count(*) from pg_database where datname = 'vigie'")" = 0 ]; then
        as_superuser -d postgres -c 'set client_min_messages = warning' -c 'drop role if exists vigie_owner' \
            -c 'create role vigie_owner login createrole'
        # On the template, so that a database which exists is a complete one.
        as_superuser -d template1 -c 'set client_min_messages = warning; create extension if not exists postgis'
        as_superuser -d postgres -c 'create database vigie owner vigie_owner'
    fi
    # By standard input: a command line can be read by everyone.
    as_superuser -d postgres <<<"alter role vigie_owner password '$VIGIE_OWNER_PASSWORD'"
}

stop_cluster() {
    if ! own_database || ! cluster_runs; then return 0; fi
    local sockets
    sockets=$(cluster_sockets)
    if ! as_postgres "$postgres/pg_ctl" -D "$cluster/data" -m fast -w -t 60 stop >/dev/null 2>&1 && cluster_runs; then
        fail "PostgreSQL did not stop; its log: $cluster/log"
    fi
    case $sockets in /tmp/vigie.*) as_postgres rm -rf "$sockets" ;; esac
    say 'Database stopped.'
}

owner_psql() {
    local url=${VIGIE_DATABASE_URL#jdbc:}
    PGUSER=$VIGIE_DATABASE_USER PGPASSWORD=$VIGIE_DATABASE_PASSWORD "${postgres:+$postgres/}psql" -d "${url%%\?*}" "$@"
}
