package org.vigie.bench;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Scripts for pgbench that read one of the tiles at a time, as its four connections come to them. */
final class TileSql {

    private TileSql() {}

    /** What our service asks. */
    static String served(List<City.Tile> tiles) {
        return script(tiles, "select map.request_tile(%s, '{}');");
    }

    /** Every point of it, as tile servers do that count nothing beforehand. */
    static String allPoints(List<City.Tile> tiles) {
        return script(tiles, """
                select st_asmvt(t, 'incident', 4096, 'g') from (select request_id::text as id, category_id::text as category, state, \
                st_asmvtgeom(location3857, b.e, 4096, 64, true) as g from request.request, (select st_tileenvelope(%s) as e) b \
                where location3857 && b.e and (state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') \
                or state not in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'))) t;""");
    }

    private static String script(List<City.Tile> tiles, String select) {
        String address =
                "%d, %s, %s".formatted(tiles.getFirst().zoom(), pick(tiles, City.Tile::x), pick(tiles, City.Tile::y));
        return "\\set k random(1, %d)\n".formatted(tiles.size()) + select.formatted(address) + "\n";
    }

    private static String pick(List<City.Tile> tiles, ToIntFunction<City.Tile> coordinate) {
        return tiles.stream()
                .map(tile -> "" + coordinate.applyAsInt(tile))
                .collect(Collectors.joining(",", "('{", "}'::int[])[:k::int]"));
    }
}
