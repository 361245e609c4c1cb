package org.vigie.intake.address;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/** The addresses of the open jurisdiction, read as everybody may read them. */
@Repository
public class Addresses {

    /** An address farther away than this says nothing about a position. */
    private static final double FARTHEST_METRES = 80;

    private final JdbcClient published;
    private final TransactionTemplate reading;

    Addresses(@Qualifier("mapReader") JdbcClient published, @Qualifier("mapReader") TransactionTemplate reading) {
        this.published = published;
        this.reading = reading;
    }

    /** @param distanceMetres from the position asked for, on the ellipsoid */
    public record Nearby(Address address, double distanceMetres) {

        public String label() {
            return address.label();
        }
    }

    /** The address nearest to a position, when one is within 80 m. */
    public Optional<Nearby> nearest(Wgs84Point position) {
        return read(() -> published
                .sql("""
                        select a.*, st_asewkb(a.geom) as place, st_distance(a.geom::geography, here.point::geography) as metres
                        from map.address a,
                            (select st_geomfromewkb(:here) as point, :metres / 111000 as north,
                                :metres / (111000 * greatest(0.01, cos(radians(:latitude)))) as east) here
                        where a.geom && st_expand(here.point, here.east, here.north)
                          and st_dwithin(a.geom::geography, here.point::geography, :metres)
                        order by metres, address_id limit 1
                        """)
                .param("here", Ewkb.write(position))
                .param("latitude", position.latitudeDegrees())
                .param("metres", FARTHEST_METRES)
                .query((row, n) -> new Nearby(address(row), row.getDouble("metres")))
                .optional());
    }

    /** Where an address is that was written out; empty when there is no such address or more than one. */
    public Optional<Wgs84Point> findExactly(String written) {
        String folded = FoldedText.of(written);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        // What follows a whole word is a space, which sorts right before '!': postcode and locality may be left out.
        List<Wgs84Point> found = read(() -> published
                .sql("""
                        select st_asewkb(geom) as place from map.address
                        where folded ~>=~ :folded and folded ~<~ (:folded || '!') and house_number <> '' limit 2
                        """)
                .param("folded", folded)
                .query((row, n) -> position(row))
                .list());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** By the id that it has in the base that it came from. */
    public Optional<Address> find(String addressId) {
        return read(() -> published
                .sql("select *, st_asewkb(geom) as place from map.address where address_id = :id")
                .param("id", addressId)
                .query((row, n) -> address(row))
                .optional());
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(transaction -> query.get()));
    }

    static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("label"),
                row.getString("house_number"),
                row.getString("street"),
                row.getString("postcode"),
                row.getString("locality"),
                position(row));
    }

    private static Wgs84Point position(ResultSet row) throws SQLException {
        return Wgs84Point.of((Point) Ewkb.read(row.getBytes("place")));
    }
}
