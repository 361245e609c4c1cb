package org.vigie.intake.address;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/**
 * Proposes addresses while somebody types. Best first: the exact house number, streets that begin with what was typed, likeness, then
 * the nearest.
 */
@Component
public class AddressSearch {

    private static final String BY_WORDS = "s.folded ~ all (:patterns)";
    private static final String BY_LIKENESS = "word_similarity(:text, s.folded) > 0.45";

    private static final String HOUSES = """
            select a.label, a.house_number, a.street, a.postcode, a.locality, st_asewkb(a.geom) as place
            from map.street s
            join map.address a on a.jurisdiction_id = s.jurisdiction_id and a.street = s.street and a.postcode = s.postcode
                and a.locality = s.locality
            where %s and lower(replace(a.house_number, ' ', '')) = any (:numbers)
            order by lower(replace(a.house_number, ' ', '')) = :number desc, starts_with(s.folded, :text) desc,
                round(word_similarity(:text, s.folded)::numeric, 1) desc,
                st_distance(a.geom::geography, st_geomfromewkb(:near)::geography), s.folded, a.house_number
            limit :limit
            """;
    private static final String STREETS = """
            select concat_ws(', ', s.street, nullif(trim(s.postcode || ' ' || s.locality), '')) as label, '' as house_number,
                s.street, s.postcode, s.locality, st_asewkb(s.geom) as place
            from map.street s
            where %s
            order by starts_with(s.folded, :text) desc, round(word_similarity(:text, s.folded)::numeric, 1) desc,
                st_distance(s.geom::geography, st_geomfromewkb(:near)::geography), s.folded
            limit :limit
            """;

    private final JdbcClient published;
    private final TransactionTemplate reading;

    AddressSearch(@Qualifier("mapReader") JdbcClient published, @Qualifier("mapReader") TransactionTemplate reading) {
        this.published = published;
        this.reading = reading;
    }

    /**
     * @param typed in any case, with or without accents; a house number first or last; or “latitude, longitude”
     * @param near breaks ties
     */
    public List<Address> search(String typed, int limit, Optional<Wgs84Point> near) {
        Optional<Address> position = Address.typedPosition(typed);
        AddressQuery query = AddressQuery.of(typed);
        if (position.isPresent() || query.words().isEmpty()) {
            return position.stream().toList();
        }
        return List.copyOf(
                Objects.requireNonNull(reading.execute(transaction -> new Answer(query, limit, near).found())));
    }

    /** One search: asks on until it has enough. */
    private final class Answer {
        private final AddressQuery query;
        private final int limit;
        private final Optional<Wgs84Point> near;
        private final Set<Address> found = new LinkedHashSet<>();

        Answer(AddressQuery query, int limit, Optional<Wgs84Point> near) {
            this.query = query;
            this.limit = limit;
            this.near = near;
        }

        Collection<Address> found() {
            // A number alone would be half the town.
            boolean hasNumber = !query.number().isEmpty() && !query.street().isEmpty();
            if (hasNumber) {
                add(HOUSES.formatted(BY_WORDS), query.street());
            }
            // A number may belong to the name: rue du 8 mai 1945.
            add(STREETS.formatted(BY_WORDS), query.words());
            if (hasNumber) {
                add(STREETS.formatted(BY_WORDS), query.street());
            }
            if (found.isEmpty() && !query.street().isEmpty()) {
                if (hasNumber) {
                    add(HOUSES.formatted(BY_LIKENESS), query.street());
                }
                add(STREETS.formatted(BY_LIKENESS), query.street());
            }
            return found;
        }

        private void add(String sql, List<String> words) {
            if (found.size() >= limit) {
                return;
            }
            JdbcClient.StatementSpec statement = published
                    .sql(sql)
                    .param("text", String.join(" ", words))
                    .param("near", near.map(Ewkb::write).orElse(null))
                    .param("limit", limit - found.size());
            if (sql.contains(":patterns")) {
                statement =
                        statement.param("patterns", AddressQuery.patterns(words).toArray(String[]::new));
            }
            if (sql.contains(":numbers")) {
                statement = statement
                        .param("numbers", query.numbers().toArray(String[]::new))
                        .param("number", query.number());
            }
            found.addAll(statement.query((row, n) -> Addresses.address(row)).list());
        }
    }
}
