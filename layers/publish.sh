#!/bin/sh
# Makes a GeoServer publish one commune's layers: workspace per audience, store, styles by day and by night, layers, group, services, tiles.
# May be repeated: what is there is written over with the same, nothing is doubled. Runs under busybox, too.
#
#   publish.sh                     all of it
#   publish.sh --truncate [NAME…]  drops cached tiles of all or of the named layers, after data that seldom change have changed
#   publish.sh --styles FOLDER     only writes the style files, as map servers want them, into a folder
set -eu

here=$(cd "$(dirname "$0")" && pwd)
layers=$here/layers.json

usage() {
    cat >&2 <<'TEXT'
Wanted in the environment:
  GEOSERVER_URL                    http://localhost:8080/geoserver
  GEOSERVER_ADMIN_USER, GEOSERVER_ADMIN_PASSWORD
  VIGIE_CODE                       code of the commune: the name of its workspace
  VIGIE_JURISDICTION               its id: select jurisdiction_id from territory.jurisdiction where code = …
  VIGIE_DATABASE_READER_PASSWORD   of the role map_reader
  VIGIE_DATABASE_HOST, VIGIE_DATABASE_PORT, VIGIE_DATABASE_NAME    postgis, 5432, vigie: as GeoServer sees the database
TEXT
}
fail() {
    echo "publish.sh: $*" >&2
    exit 1
}

# --- The list of layers: one row a line, in the order in which they are drawn -------------------------------------------

rows() { grep '"name"' "$layers"; }
# FIELD ROW
field() { printf '%s\n' "$2" | sed -n "s/.*\"$1\": \"\\([^\"]*\\)\".*/\\1/p"; }
audiences() { rows | sed -n 's/.*"audience": "\([^"]*\)".*/\1/p' | sort -u; }
rows_of() { rows | grep "\"audience\": \"$1\""; }
# Public layers stand in the workspace of the commune's name, others in one of their own beside it.
workspace_of() { if [ "$1" = public ]; then echo "$VIGIE_CODE"; else echo "$VIGIE_CODE-$1"; fi; }

# --- Styles -------------------------------------------------------------------------------------------------------------

# STYLE day|dark: the file with the colours of one theme in their places and no entity left, which servers may refuse to resolve.
in_theme() {
    awk -v theme="$2" '
        /<!DOCTYPE/ { head = 1 }
        head {
            rest = $0
            while (match(rest, /<!ENTITY [A-Za-z0-9_-]+ "[^"]*">/)) {
                split(substr(rest, RSTART + 9, RLENGTH - 11), pair, " \"")
                colour[pair[1]] = pair[2]
                rest = substr(rest, RSTART + RLENGTH)
            }
            if (/\]>/) head = 0
            next
        }
        {
            line = ""
            while (match($0, /&[a-z][A-Za-z0-9_-]*;/)) {
                name = substr($0, RSTART + 1, RLENGTH - 2)
                key = theme == "dark" && (name "-dark") in colour ? name "-dark" : name
                if (!(key in colour)) { line = line substr($0, 1, RSTART + RLENGTH - 1) }
                else line = line substr($0, 1, RSTART - 1) colour[key]
                $0 = substr($0, RSTART + RLENGTH)
            }
            print line $0
        }' "$here/styles/$1.sld"
}
# STYLE: as a layer's style is called by day, and by night.
themed_names() { printf '%s day\n%s-dark dark\n' "$1" "$1"; }
# STYLE NAME THEME: under the name that it has on the server.
named_style() { in_theme "$1" "$3" | sed "s#^\\( *<Name>\\)$1\\(</Name>\\)#\\1$2\\2#"; }

write_styles() {
    mkdir -p "$1/symbols"
    cp "$here"/symbols/*.svg "$1/symbols"
    for style in $(rows | sed -n 's/.*"style": "\([^"]*\)".*/\1/p' | sort -u); do
        themed_names "$style" | while read -r name theme; do named_style "$style" "$name" "$theme" >"$1/$name.sld"; done
    done
}

# --- REST ---------------------------------------------------------------------------------------------------------------

# METHOD PATH [TYPE]: the body is read from standard input when a type is given; what is answered goes to $answer. Prints the status.
call() {
    if [ $# -eq 3 ]; then set -- "$@" --data-binary @-; else set -- "$1" "$2" application/json; fi
    method=$1 path=$2 type=$3
    shift 3
    curl -sS -K "$secret" -o "$answer" -w '%{http_code}' -X "$method" -H "Content-Type: $type" -H 'Accept: application/json' "$@" \
        "$GEOSERVER_URL$path"
}
# As call, but anything other than success ends the script.
must() {
    status=$(call "$@")
    case $status in
        2??) ;;
        *) fail "$1 $2 was answered with $status: $(head -c 600 "$answer")" ;;
    esac
}
exists() {
    status=$(call GET "$1")
    case $status in
        200) return 0 ;;
        404) return 1 ;;
        *) fail "GET $1 was answered with $status: $(head -c 600 "$answer")" ;;
    esac
}
# COLLECTION NAME TYPE [QUERY]: puts when it is there, posts when it is not; the body is read from standard input.
upsert() {
    body=$(cat)
    if exists "$1/$2"; then printf '%s' "$body" | must PUT "$1/$2${4:+?$4}" "$3"; else
        printf '%s' "$body" | must POST "$1${4:+?name=$2&$4}" "$3"
    fi
}

# FILE NAME=VALUE…: the file with the values in their places.
filled() {
    file=$here/geoserver/$1
    shift
    program=''
    for pair in "$@"; do program="$program
s|@${pair%%=*}@|$(printf '%s' "${pair#*=}" | sed 's/[&|\\]/\\&/g')|g"; done
    sed "$program" "$file"
}

# --- What is published --------------------------------------------------------------------------------------------------

# WORKSPACE AUDIENCE
publish_workspace() {
    workspace=$1
    printf '{"workspace": {"name": "%s"}}' "$workspace" | upsert /rest/workspaces "$workspace" application/json
    guard "$workspace" "$2"
    filled datastore.json host="$host" port="$port" database="$database" password="$VIGIE_DATABASE_READER_PASSWORD" \
        jurisdiction="$VIGIE_JURISDICTION" | upsert "/rest/workspaces/$workspace/datastores" vigie application/json
    for service in wms wfs wmts wcs; do
        filled "$service.json" workspace="$workspace" | must PUT "/rest/services/$service/workspaces/$workspace/settings" application/json
    done
    for symbol in "$here"/symbols/*.svg; do
        place=/rest/resource/workspaces/$workspace/styles/symbols/${symbol##*/}
        must PUT "$place" image/svg+xml <"$symbol"
    done
}

publish_style() {
    themed_names "$2" | while read -r name theme; do
        named_style "$2" "$name" "$theme" | upsert "/rest/workspaces/$1/styles" "$name" application/vnd.ogc.sld+xml raw=true
    done
}

# Requests change by the minute, everything else by the day.
seconds_of() { if [ "$1" = request ]; then echo 60; else echo 3600; fi; }

publish_layer() {
    workspace=$1 row=$2
    name=$(field name "$row") style=$(field style "$row")
    publish_style "$workspace" "$style"
    filled featuretype.json name="$name" title="$name" view="$(field view "$row")" id="$(field id "$row")" \
        columns="$(field columns "$row")" geometry="$(field geometry "$row")" seconds="$(seconds_of "$name")" \
        | upsert "/rest/workspaces/$workspace/datastores/vigie/featuretypes" "$name" application/json
    filled layer.json name="$name" style="$style" workspace="$workspace" | must PUT "/rest/workspaces/$workspace/layers/$name" application/json
    filled tiles.xml workspace="$workspace" name="$name" seconds="$(seconds_of "$name")" \
        | must PUT "/gwc/rest/layers/$workspace:$name" application/xml
}

publish_group() {
    workspace=$1 published='' styles=''
    while read -r row; do
        published="$published${published:+, }{\"@type\": \"layer\", \"name\": \"$workspace:$(field name "$row")\"}"
        styles="$styles${styles:+, }{\"name\": \"$workspace:$(field style "$row")\"}"
    done
    filled layergroup.json workspace="$workspace" published="$published" styles="$styles" \
        | upsert "/rest/workspaces/$workspace/layergroups" map application/json
}

# WORKSPACE AUDIENCE: only those who have the audience's role read what is not public.
guard() {
    if [ "$2" = public ]; then return; fi
    rule="$1.*.r" role=ROLE_VIGIE_$(printf '%s' "$2" | tr '[:lower:]-' '[:upper:]_')
    must GET /rest/security/acl/layers.json
    if grep -qF "\"$rule\"" "$answer"; then method=PUT; else method=POST; fi
    printf '{"%s": "%s"}' "$rule" "$role" | must $method /rest/security/acl/layers application/json
}

publish_audience() {
    audience=$1 workspace=$(workspace_of "$1")
    publish_workspace "$workspace" "$audience"
    rows_of "$audience" | while read -r row; do publish_layer "$workspace" "$row"; done
    rows_of "$audience" | publish_group "$workspace"
    truncate_tiles "$audience"
    echo "$workspace: $(rows_of "$audience" | wc -l | tr -d ' ') layers" >&2
}

# AUDIENCE [NAME…]
truncate_tiles() {
    workspace=$(workspace_of "$1")
    names=$(rows_of "$1" | sed -n 's/.*"name": "\([^"]*\)".*/\1/p')
    shift
    for name in $names; do
        case " $* " in *" $name "* | '  ') ;; *) continue ;; esac
        printf '<truncateLayer><layerName>%s:%s</layerName></truncateLayer>' "$workspace" "$name" | must POST /gwc/rest/masstruncate text/xml
    done
}

# --- Begin --------------------------------------------------------------------------------------------------------------

check_environment() {
    for name in GEOSERVER_ADMIN_USER GEOSERVER_ADMIN_PASSWORD VIGIE_CODE "$@"; do
        eval "value=\${$name:-}"
        [ -n "$value" ] || { usage; fail "$name is not set."; }
        # Into JSON, SQL and a file of curl's: nothing that would end a string there.
        case $value in *[!A-Za-z0-9._~@+-]*) fail "$name may have letters, digits and . _ ~ @ + - only." ;; esac
    done
    [ "$GEOSERVER_ADMIN_PASSWORD" != geoserver ] || fail 'GeoServer has its default password: give it another first.'
    GEOSERVER_URL=${GEOSERVER_URL:-http://localhost:8080/geoserver}
    host=${VIGIE_DATABASE_HOST:-postgis} port=${VIGIE_DATABASE_PORT:-5432} database=${VIGIE_DATABASE_NAME:-vigie}
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    answer=$work/answer secret=$work/secret
    # Not as arguments, which every process can see.
    (umask 077 && printf 'user = "%s:%s"\n' "$GEOSERVER_ADMIN_USER" "$GEOSERVER_ADMIN_PASSWORD" >"$secret")
}

case ${1:-} in
    '')
        check_environment VIGIE_JURISDICTION VIGIE_DATABASE_READER_PASSWORD
        for audience in $(audiences); do publish_audience "$audience"; done
        ;;
    --truncate)
        shift
        check_environment
        for audience in $(audiences); do truncate_tiles "$audience" "$@"; done
        ;;
    --styles)
        [ -n "${2:-}" ] || fail '--styles wants a folder.'
        write_styles "$2"
        ;;
    *)
        usage
        exit 2
        ;;
esac
