# shellcheck shell=bash
# Measurements beside peers, over a cluster and a service of their own below .vigie/bench. Read by vigie.

# ARGUMENT…: groups and options, see backend/bench/README.md.
run_bench() {
    local status=0
    unset VIGIE_DATABASE_URL VIGIE_FILES VIGIE_MAIL_CATCH
    use_state "$home/bench"
    refuse_second_service
    ensure_tools
    have mvn || want_build_tools
    install_missing
    build
    clean_up_at_exit
    [ -d "$cluster/data" ] || make_bench_cluster
    start_cluster
    export VIGIE_BENCH_HOME=$state VIGIE_BENCH_APP=$app/vigie.jar VIGIE_BENCH_JAVA=$jdk/bin/java VIGIE_BENCH_POSTGRES_PROGRAMS=$postgres
    export VIGIE_BENCH_JAVA_OPTIONS=$top/backend/server/java.options
    export VIGIE_BENCH_RESULTS=$top/backend/bench/results VIGIE_BENCH_POSTGRES_PASSWORD=$VIGIE_OWNER_PASSWORD
    VIGIE_BENCH_POSTGRES_PORT=$(cluster_port) VIGIE_BENCH_POSTGRES_SOCKETS=$(cluster_sockets)
    VIGIE_BENCH_POSTGRES_PID=$(as_postgres sed -n 1p "$cluster/data/postmaster.pid")
    VIGIE_BENCH_COMMIT=$(git -C "$top" describe --always --dirty 2>/dev/null || echo unknown)
    export VIGIE_BENCH_POSTGRES_PORT VIGIE_BENCH_POSTGRES_SOCKETS VIGIE_BENCH_POSTGRES_PID VIGIE_BENCH_COMMIT
    as_superuser -d postgres <<<"do \$\$ begin create role vigie_bench superuser login; exception when duplicate_object then null; end \$\$;
        alter role vigie_bench password '$VIGIE_BENCH_POSTGRES_PASSWORD'"
    # Thousands of open streams.
    ulimit -n "$(ulimit -Hn)"
    rm -f "$state/status"
    (cd "$top" && mvn -q -B -ntp -Pbench -pl backend/bench -am -DskipTests -Dweb-map.skip=true -Dspotless.check.skip=true \
        -Dbench.main=org.vigie.bench.Bench "-Dbench.arguments=$*" test) || status=1
    # What it found; without it, it did not come to its end.
    [ "$status" != 0 ] || status=$(cat "$state/status" 2>/dev/null || echo 1)
    return "$status"
}

# As for a great city: an eighth of the memory is PostgreSQL's own, commits reach the disk. Its superuser comes in by the socket with a password.
make_bench_cluster() {
    local megabytes
    make_cluster
    megabytes=$(awk '/^MemTotal/ { m = int($2 / 8192); print (m > 4096 ? 4096 : m) }' /proc/meminfo)
    as_postgres tee -a "$cluster/data/postgresql.conf" >/dev/null <<CONF
shared_buffers = '${megabytes}MB'
effective_cache_size = '$((megabytes * 4))MB'
maintenance_work_mem = '512MB'
max_wal_size = '8GB'
checkpoint_timeout = '15min'
random_page_cost = 1.1
max_parallel_workers_per_gather = 0
max_connections = 120
CONF
    as_postgres sed -i '1i local all vigie_bench scram-sha-256' "$cluster/data/pg_hba.conf"
}
