#!/bin/bash
# Asks QGIS Server for what Vigie publishes: WFS counts must be those of SQL; of each layer and kind of geometry some features must be told by
# WMS feature info and drawn where SQL has them; WMS pictures must show something. For people to look at, too.
#
#   check.sh PROJECT FOLDER      a project of project.py; pictures at six zooms, and of single features, go into the folder
#
# Needs qgis-server, python3-qgis and psql, and the service "vigie" in pg_service.conf (PGSERVICEFILE), as project.py says.
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

background=${BACKGROUND:-0xf2efe9}
features=${FEATURES:-8}

# X Y METRES-A-PIXEL PIXELS: the box around a place
box_around() { awk -v x="$1" -v y="$2" -v r="$3" -v n="$4" 'BEGIN { printf "%f,%f,%f,%f", x - n * r / 2, y - n * r / 2, x + n * r / 2, y + n * r / 2 }'; }

# NAME VIEW ID [DIMENSION]: features of a layer, asked for and drawn one by one, at zoom 18
single() {
    local name=$1 view=$2 id=$3 dimension=${4:-} told=0 asked=0 drawn key x y box pictures=()
    while IFS='|' read -r key x y; do
        box=$(box_around "$x" "$y" 0.597 101)
        asked=$((asked + 1))
        ask "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=$name&QUERY_LAYERS=$name&STYLES=&CRS=EPSG:3857&BBOX=$box&WIDTH=101&HEIGHT=101&I=50&J=50&FEATURE_COUNT=50&FI_POINT_TOLERANCE=8&FI_LINE_TOLERANCE=4&INFO_FORMAT=application/json" \
            | grep -qwF -- "$key" && told=$((told + 1))
        ask "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=$name&STYLES=&CRS=EPSG:3857&BBOX=$box&WIDTH=101&HEIGHT=101&FORMAT=image/png&BGCOLOR=$background" \
            >"$folder/$name-$asked.png"
        pictures+=("$folder/$name-$asked.png")
    done < <(sql "select $id, st_x(p), st_y(p) from (select $id, st_transform(st_pointonsurface(geom), 3857) p from $view
        where st_isvalid(geom) ${dimension:+and st_dimension(geom) = $dimension} order by md5($id::text) limit $features) f")
    drawn=$([ "$asked" = 0 ] || "$here/places.py" "$background" "${pictures[@]}" | grep -c drawn || true)
    printf '%-14s feature info %2s of %2s   drawn %2s of %2s\n' "$name" "$told" "$asked" "${drawn:-0}" "$asked"
    # A town need not have every kind of geometry in a layer of several.
    [ "$told" = "$asked" ] && { [ "$asked" -gt 0 ] || [ -n "$dimension" ]; } || wrong=1
}

wrong=0
while read -r name view id geometry; do
    counted=0
    case $geometry in Geometry) parts='_area _line _point' ;; *) parts=' ' ;; esac
    if [ "$parts" = ' ' ]; then counted=$(hits "$name"); else for part in $parts; do counted=$((counted + $(hits "$name$part"))); done; fi
    wanted=$(sql "select count(*) from $view")
    printf '%-14s WFS %7s  SQL %7s\n' "$name" "$counted" "$wanted"
    [ "$counted" = "$wanted" ] && [ "$wanted" -gt 0 ] || wrong=1
    if [ "$parts" = ' ' ]; then
        single "$name" "$view" "$id"
    else
        single "${name}_area" "$view" "$id" 2
        single "${name}_line" "$view" "$id" 1
        single "${name}_point" "$view" "$id" 0
    fi
done < <(sed -n 's/.*"name": "\([^"]*\)", "view": "\([^"]*\)", "id": "\([^"]*\)", "geometry": "\([^"]*\)".*/\1 \2 \3 \4/p' "$here/../layers.json")

read -r x y < <(sql "select st_x(c), st_y(c) from (select st_centroid(st_extent(st_transform(geom, 3857))) c from map.sector where serves) s" | tr '|' ' ')
for zoom in 12 14 15 16 17 18; do
    box=$(awk -v x="$x" -v y="$y" -v z="$zoom" 'BEGIN { r = 156543.034 / 2 ^ z; printf "%f,%f,%f,%f", x - 400 * r, y - 300 * r, x + 400 * r, y + 300 * r }')
    # The first of the list lies at the bottom.
    layers=basemap_area,basemap_line,basemap_point,sector,address,asset_area,asset_line,asset_point,request
    ask "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=$layers&STYLES=&SRS=EPSG:3857&BBOX=$box&WIDTH=800&HEIGHT=600&FORMAT=image/png&BGCOLOR=$background" \
        >"$folder/z$zoom.png"
    if [ "$(head -c 4 "$folder/z$zoom.png" | tail -c 3)" != PNG ] || [ "$(stat -c %s "$folder/z$zoom.png")" -lt 5000 ]; then
        echo "z$zoom: no picture" >&2
        wrong=1
    fi
done
exit $wrong
