package org.vigie.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.vigie.access.AccountTeams;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.RequestKind;
import org.vigie.dispatch.transmission.Transfers;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.request.Channel;
import org.vigie.request.Priority;
import org.vigie.request.RequestState;
import org.vigie.request.Ring;

/** Reads a {@link DeskCard} from the join that {@link #FROM} states. */
public final class DeskCardRow implements RowMapper<DeskCard> {

    public static final String COLUMNS = """
            r.*, st_x(r.location) as longitude, st_y(r.location) as latitude, c.code as category_code, c.name as category_name, c.glyph,
                d.code as domain_code, v.name as service_name, t.code as team_code, t.name as team_name, s.code as sector_code,
                sh.name as sector_name, p.photo_id, p.purpose, p.width, p.height, o.display_name as owner_name,
                exists (
                    select from request.deadline k
                    where k.jurisdiction_id = r.jurisdiction_id and k.request_id = r.request_id and k.commitment = 'ACKNOWLEDGE'
                        and k.met_at is null) as to_acknowledge
            """;
    /** What else there is to say of a request, its photo aside. */
    static final String JOINED = """
             from request.request r
            join catalogue.category c on c.jurisdiction_id = r.jurisdiction_id and c.category_id = r.category_id
            join catalogue.domain d on d.jurisdiction_id = c.jurisdiction_id and d.domain_id = c.domain_id
            join catalogue.service v on v.jurisdiction_id = r.jurisdiction_id and v.service_id = r.service_id
            join team.team t on t.jurisdiction_id = r.jurisdiction_id and t.team_id = r.team_id
            left join access.account o on o.jurisdiction_id = r.jurisdiction_id and o.account_id = r.owner_account_id
            left join territory.sector s on s.jurisdiction_id = r.jurisdiction_id and s.sector_id = r.sector_id
            left join territory.sector_shape sh on sh.jurisdiction_id = r.jurisdiction_id and sh.sector_version_id = r.sector_version_id
                and sh.sector_id = r.sector_id
            """;

    public static final String FROM = JOINED + """
            left join lateral (
                select photo.* from intake.photo photo
                where photo.jurisdiction_id = r.jurisdiction_id and photo.request_id = r.request_id
                order by photo.received_at, photo.photo_id limit 1) p on true
            """;

    private final Instant now;

    public DeskCardRow(Instant now) {
        this.now = now;
    }

    @Override
    public DeskCard mapRow(ResultSet row, int rowNumber) throws SQLException {
        return new DeskCard(
                row.getObject("request_id", UUID.class),
                row.getString("number"),
                RequestKind.valueOf(row.getString("kind")),
                RequestState.valueOf(row.getString("state")),
                row.getString("category_code"),
                row.getString("category_name"),
                row.getString("glyph"),
                row.getString("domain_code"),
                row.getString("address"),
                sector(row),
                row.getString("service_name"),
                position(row),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "resolved_at"),
                ring(row),
                row.getObject("escalation_step", Integer.class),
                photo(row),
                new AccountTeams.TeamName(
                        row.getObject("team_id", UUID.class), row.getString("team_code"), row.getString("team_name")),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("is_private"),
                Channel.valueOf(row.getString("channel")),
                row.getInt("revision"),
                row.getString("description"),
                owner(row),
                row.getInt("transfers"),
                instant(row, "transmitted_at"),
                instant(row, "returned_at"),
                returnCause(row),
                row.getBoolean("to_acknowledge"));
    }

    private static DeskCard.@Nullable Owner owner(ResultSet row) throws SQLException {
        UUID id = row.getObject("owner_account_id", UUID.class);
        return id == null ? null : new DeskCard.Owner(id, row.getString("owner_name"));
    }

    private static Transfers.@Nullable ReturnCause returnCause(ResultSet row) throws SQLException {
        String cause = row.getString("return_cause");
        return cause == null ? null : Transfers.ReturnCause.valueOf(cause);
    }

    private Ring ring(ResultSet row) throws SQLException {
        String commitment = row.getString("next_commitment");
        if (commitment == null) {
            return Ring.NONE;
        }
        return Ring.of(
                Commitment.valueOf(commitment),
                row.getTimestamp("next_starts_at").toInstant(),
                row.getTimestamp("next_due_at").toInstant(),
                instant(row, "next_paused_at"),
                now);
    }

    private static DeskCard.@Nullable SectorName sector(ResultSet row) throws SQLException {
        String code = row.getString("sector_code");
        return code == null
                ? null
                : new DeskCard.SectorName(code, Objects.requireNonNullElse(row.getString("sector_name"), code));
    }

    private static @Nullable Wgs84Point position(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        return row.wasNull() ? null : new Wgs84Point(longitude, row.getDouble("latitude"));
    }

    private static @Nullable PhotoRef photo(ResultSet row) throws SQLException {
        UUID id = row.getObject("photo_id", UUID.class);
        return id == null
                ? null
                : PhotoRef.of(
                        id, Photo.Purpose.valueOf(row.getString("purpose")), row.getInt("width"), row.getInt("height"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
