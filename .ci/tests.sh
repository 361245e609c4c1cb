# shellcheck shell=bash
# Every check and test, and their counts. Read by vigie.

passed=0 failed=0 skipped=0

# All of Java's and of the web map's checks and tests: one reactor run. The counts of the latter are in what it prints.
run_build_with_tests() {
    local status=0 before
    rm -rf "$top"/backend/*/target/surefire-reports
    forget_packed
    (cd "$top" && mvn -B -ntp verify 2>&1) | tee "$home/test.log" || status=$?
    before=$failed
    count_surefire "$top"/backend/*/target/surefire-reports/TEST-*.xml
    count_printed "$home/test.log"
    # Stopped by a check that counts nothing: formatting, compiler, linter, size.
    if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then failed=$((failed + 1)); fi
    return "$status"
}

check_scripts() {
    if ! shellcheck -a -x -P "$top" "$top/vigie" "$top/.ci/run" "$top/layers/publish.sh" "$top/layers/qgis/check.sh"; then
        failed=$((failed + 1))
    fi
}

# Chromium against a whole service of its own: own database, mail box and ports. Kept when something failed.
run_browser_tests() {
    local status=0 before=$failed
    # Services that tests play stand on this machine, without https.
    export VIGIE_OUTSIDE_ALLOW_HTTP=true VIGIE_OUTSIDE_ALLOW_INNER=true
    start_throw_away test
    (cd "$top/web-map" && VIGIE_E2E_URL=http://127.0.0.1:$VIGIE_PORT VIGIE_E2E_MAIL=$VIGIE_MAIL_CATCH VIGIE_CHROMIUM=$(find_chromium) \
        VIGIE_E2E_ACCOUNTS=$state/demo-accounts npm run e2e 2>&1) | tee "$home/e2e.log" || status=$?
    stop_what_we_started
    count_printed "$home/e2e.log"
    if [ "$status" = 0 ]; then forget_data; fi
    if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then failed=$((failed + 1)); fi
}

# NAME below .vigie: database, mail box, files and port of its own.
start_throw_away() {
    VIGIE_PORT=$(free_port)
    # The browsers of all tests are one address.
    export VIGIE_PORT VIGIE_ADDRESS=127.0.0.1 VIGIE_UNLIMITED_NETWORKS=127.0.0.0/8
    unset VIGIE_FILES VIGIE_MAIL_CATCH
    state=$home/$1
    mkdir -p "$state"
    place_cluster
    # Of a run that was broken off.
    stop_service
    forget_data
    use_state "$state"
    clean_up_at_exit
    start_cluster
    make_demo_city
    start_service
}

add() {
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# FILE…: JUnit's reports.
count_surefire() {
    local report tests errors failures ignored
    for report in "$@"; do
        [ -f "$report" ] || continue
        tests=$(attribute tests "$report") errors=$(attribute errors "$report")
        failures=$(attribute failures "$report") ignored=$(attribute skipped "$report")
        add $((tests - errors - failures - ignored)) $((errors + failures)) "$ignored"
    done
}

attribute() { grep -m 1 -o '<testsuite [^>]*' "$2" | sed "s/.* $1=\"\([0-9]*\)\".*/\1/"; }

# FILE: Vitest's closing line, "Tests  1 failed | 12 passed | 2 skipped (15)", as often as it was printed.
count_printed() {
    local lines
    lines=$(sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -E '^(\[INFO\])? *Tests  +[0-9]' || true)
    add "$(sum_of passed)" "$(sum_of failed)" "$(sum_of skipped)"
}

sum_of() { grep -oE "[0-9]+ $1" <<<"$lines" | awk '{ sum += $1 } END { print sum + 0 }'; }

run_tests() {
    local started=$SECONDS
    unset VIGIE_DATABASE_URL
    ensure_tools testing
    check_scripts
    if run_build_with_tests; then
        unpack_app
        if grep -q '"e2e":' "$top/web-map/package.json" 2>/dev/null; then run_browser_tests; fi
    fi
    say "Took $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s."
    printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
