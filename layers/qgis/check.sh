#!/bin/bash
# Asks QGIS Server for what Vigie publishes: WFS counts must be those of SQL, WMS pictures must show something. For people to look at, too.
#
#   check.sh PROJECT FOLDER      a project of project.py; pictures at four zooms go into the folder
#
# Needs qgis-server and psql, and the service "vigie" in pg_service.conf (PGSERVICEFILE), as project.py says.
set -euo pipefail
export LC_ALL=C QT_QPA_PLATFORM=offscreen REQUEST_METHOD=GET SERVER_NAME=localhost
project=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"

# QUERY: the answer without its head
ask() { QGIS_PROJECT_FILE=$project QUERY_STRING=$1 /usr/lib/cgi-bin/qgis_mapserv.fcgi 2>"$folder/server.log" | sed '1,/^\r*$/d'; }
sql() { psql -XAtq service=vigie -c "$1"; }
hits() {
    ask "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=$1&RESULTTYPE=hits" | grep -o 'numberOfFeatures="[0-9]*"' | tr -dc 0-9 || echo -1
}

wrong=0
while read -r name view geometry; do
    counted=0
    case $geometry in Geometry) parts='_area _line _point' ;; *) parts=' ' ;; esac
    if [ "$parts" = ' ' ]; then counted=$(hits "$name"); else for part in $parts; do counted=$((counted + $(hits "$name$part"))); done; fi
    wanted=$(sql "select count(*) from $view")
    printf '%-10s WFS %7s  SQL %7s\n' "$name" "$counted" "$wanted"
    [ "$counted" = "$wanted" ] && [ "$wanted" -gt 0 ] || wrong=1
done < <(sed -n 's/.*"name": "\([^"]*\)", "view": "\([^"]*\)".*"geometry": "\([^"]*\)".*/\1 \2 \3/p' "$here/../layers.json")

read -r x y < <(sql "select st_x(c), st_y(c) from (select st_centroid(st_extent(st_transform(geom, 3857))) c from map.sector where serves) s" | tr '|' ' ')
for zoom in 12 14 15 16 17 18; do
    box=$(awk -v x="$x" -v y="$y" -v z="$zoom" 'BEGIN { r = 156543.034 / 2 ^ z; printf "%f,%f,%f,%f", x - 400 * r, y - 300 * r, x + 400 * r, y + 300 * r }')
    # The first of the list lies at the bottom.
    layers=basemap_area,basemap_line,basemap_point,sector,address,asset_area,asset_line,asset_point,request
    ask "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=$layers&STYLES=&SRS=EPSG:3857&BBOX=$box&WIDTH=800&HEIGHT=600&FORMAT=image/png&BGCOLOR=${BACKGROUND:-0xf2efe9}" \
        >"$folder/z$zoom.png"
    if [ "$(head -c 4 "$folder/z$zoom.png" | tail -c 3)" != PNG ] || [ "$(stat -c %s "$folder/z$zoom.png")" -lt 5000 ]; then
        echo "z$zoom: no picture" >&2
        wrong=1
    fi
done
exit $wrong
