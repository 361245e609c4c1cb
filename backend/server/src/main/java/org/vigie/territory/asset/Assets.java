package org.vigie.territory.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/** The things of the jurisdiction that is open. Kinds and codes are found in small and capital letters alike. */
@Repository
public class Assets {

    /** @param metres from the place asked for, on the ellipsoid; 0 on it */
    public record Near(Asset asset, double metres) {}

    private static final int LONGEST_REFERENCE = 200;

    /** Sorts after everything that begins with what stands before it. */
    private static final String END = "\uffff";

    private static final String SELECT = """
            select a.asset_id, a.kind, a.code, a.name, st_x(a.location) as x, st_y(a.location) as y, st_asewkb(a.shape) as shape,
                a.retired_at is not null as retired
            """;

    private final JdbcClient jdbc;

    Assets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal not-found when there is none here */
    @Transactional(readOnly = true)
    public Asset get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("asset"));
    }

    private Optional<Asset> find(UUID id) {
        return jdbc.sql(SELECT + " from territory.asset a where a.asset_id = :id")
                .param("id", id)
                .query(Assets::read)
                .optional();
    }

    /** @param reference an id, or kind and code: {@code lamp:4711}; retired ones are found, too */
    @Transactional(readOnly = true)
    public Optional<Asset> find(String reference) {
        String asked = reference.strip();
        int colon = asked.indexOf(':');
        if (asked.length() > LONGEST_REFERENCE) {
            return Optional.empty();
        }
        if (colon < 0) {
            return id(asked).flatMap(this::find);
        }
        return withKey(key(asked.substring(colon + 1))).stream()
                .filter(asset ->
                        asset.kind().equalsIgnoreCase(asked.substring(0, colon).strip()))
                .findFirst();
    }

    /**
     * As {@link #find(String)}, of what is still there to be reported.
     *
     * @throws Refusal asset-unknown, asset-retired
     */
    @Transactional(readOnly = true)
    public Asset getInService(String reference) {
        Asset asset = find(reference).orElseThrow(() -> Refusal.invalid("asset-unknown", shortened(reference)));
        if (asset.retired()) {
            throw Refusal.invalid("asset-retired", asset.reference());
        }
        return asset;
    }

    /** The nearest first, retired ones left out. */
    @Transactional(readOnly = true)
    public List<Near> near(Wgs84Point place, double metres, int most) {
        return jdbc.sql(SELECT + """
                        , near.distance_metres
                        from territory.find_assets_near(:longitude, :latitude, :metres, :most) near
                        join territory.asset a using (asset_id)
                        order by near.distance_metres, a.kind, a.code
                        """)
                .param("longitude", place.longitudeDegrees())
                .param("latitude", place.latitudeDegrees())
                .param("metres", metres)
                .param("most", most)
                .query((row, n) -> new Near(read(row, n), row.getDouble("distance_metres")))
                .list();
    }

    /** Those whose code begins so, the shortest first; a kind may stand before it, with a colon. Retired ones are left out. */
    @Transactional(readOnly = true)
    public List<Asset> beginning(String typed, int most) {
        String asked = key(typed.substring(typed.indexOf(':') + 1));
        Optional<String> kind = Optional.of(typed.indexOf(':'))
                .filter(colon -> colon > 0)
                .map(colon -> typed.substring(0, colon).strip());
        if (asked.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                        from territory.asset a
                        where a.code_key >= :asked and a.code_key < :end and a.retired_at is null
                          and (cast(:kind as text) is null or lower(a.kind) = lower(cast(:kind as text)))
                        order by length(a.code), a.code, a.kind limit :most
                        """)
                .param("asked", asked)
                .param("end", asked + END)
                .param("kind", kind.orElse(null))
                .param("most", most)
                .query(Assets::read)
                .list();
    }

    private List<Asset> withKey(String codeKey) {
        return jdbc.sql(SELECT
                        + " from territory.asset a where a.code_key = :key order by a.retired_at is not null, a.kind")
                .param("key", codeKey)
                .query(Assets::read)
                .list();
    }

    private static Asset read(ResultSet row, int rowNumber) throws SQLException {
        return new Asset(
                row.getObject("asset_id", UUID.class),
                row.getString("kind"),
                row.getString("code"),
                row.getString("name"),
                new Wgs84Point(row.getDouble("x"), row.getDouble("y")),
                Optional.ofNullable(row.getBytes("shape")).map(Ewkb::read),
                row.getBoolean("retired"));
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String key(String code) {
        return code.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String reference) {
        return reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE));
    }
}
