package org.vigie.open311;

import java.sql.Timestamp;
import java.util.Map;
import org.vigie.map.Bounds;

/** What a search asks for, as SQL over {@code map.request r}; every value is a parameter. */
final class ServiceRequestConditions {

    private ServiceRequestConditions() {}

    static void add(ServiceRequestSearch search, StringBuilder sql, Map<String, Object> values) {
        if (!search.numbers().isEmpty()) {
            sql.append(" and r.number = any(:numbers)");
            values.put("numbers", search.numbers().toArray(String[]::new));
        }
        if (!search.categoryCodes().isEmpty()) {
            sql.append(" and r.category = any(:categories)");
            values.put("categories", search.categoryCodes().toArray(String[]::new));
        }
        if (search.open() != null) {
            sql.append(search.open() ? " and r.is_open" : " and not r.is_open");
        }
        times(search, sql, values);
        search.within().ifPresent(box -> within(box, sql, values));
        search.around().ifPresent(circle -> around(circle, sql, values));
    }

    private static void times(ServiceRequestSearch search, StringBuilder sql, Map<String, Object> values) {
        search.requested().from().ifPresent(from -> {
            sql.append(" and r.received_at >= :requestedFrom");
            values.put("requestedFrom", Timestamp.from(from));
        });
        search.requested().to().ifPresent(to -> {
            sql.append(" and r.received_at <= :requestedTo");
            values.put("requestedTo", Timestamp.from(to));
        });
        search.updated().from().ifPresent(from -> {
            // The first says less, and what is open has an index for it.
            sql.append(
                    " and r.changed_at >= :updatedFrom and (r.is_open or coalesce(r.settled_at, r.changed_at) >= :updatedFrom)");
            values.put("updatedFrom", Timestamp.from(from));
        });
        search.updated().to().ifPresent(to -> {
            sql.append(
                    " and case when r.is_open then r.changed_at else coalesce(r.settled_at, r.changed_at) end <= :updatedTo");
            values.put("updatedTo", Timestamp.from(to));
        });
    }

    private static void within(Bounds box, StringBuilder sql, Map<String, Object> values) {
        sql.append(" and r.location3857 && st_transform(st_makeenvelope(:west, :south, :east, :north, 4326), 3857)");
        values.put("west", box.southWest().longitudeDegrees());
        values.put("south", box.southWest().latitudeDegrees());
        values.put("east", box.northEast().longitudeDegrees());
        values.put("north", box.northEast().latitudeDegrees());
    }

    /** The box lets the index choose; metres on the ellipsoid decide. */
    private static void around(ServiceRequestSearch.Circle circle, StringBuilder sql, Map<String, Object> values) {
        sql.append("""
                 and r.location3857 && geo.box_around(st_setsrid(st_makepoint(:lon, :lat), 4326), :radius)
                 and st_dwithin(r.geom::geography, st_setsrid(st_makepoint(:lon, :lat), 4326)::geography, :radius)
                """);
        values.put("lon", circle.centre().longitudeDegrees());
        values.put("lat", circle.centre().latitudeDegrees());
        values.put("radius", circle.radiusMetres());
    }
}
