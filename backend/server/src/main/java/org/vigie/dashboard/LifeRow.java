package org.vigie.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.RequestKind;
import org.vigie.dashboard.Life.Named;
import org.vigie.request.Channel;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestState;

/** How a {@link Life} is read from the rows of {@link Lives}. */
final class LifeRow {

    private static final Named NOWHERE = new Named("", "");

    private LifeRow() {}

    /** With nothing in its lists yet. */
    static Life life(ResultSet row, Map<UUID, Named> sectors) throws SQLException {
        String kind = row.getString("kind");
        String channel = row.getString("channel");
        UUID sector = row.getObject("sector_id", UUID.class);
        Map<Dimension, Named> filed = new EnumMap<>(Dimension.class);
        filed.put(Dimension.CATEGORY, named(row, "category"));
        filed.put(Dimension.DOMAIN, named(row, "domain"));
        filed.put(Dimension.SECTOR, sector == null ? NOWHERE : sectors.getOrDefault(sector, NOWHERE));
        filed.put(Dimension.TEAM, named(row, "team"));
        filed.put(Dimension.SERVICE, named(row, "service"));
        filed.put(Dimension.CHANNEL, new Named(channel, channel));
        filed.put(Dimension.KIND, new Named(kind, kind));
        return new Life(
                RequestKind.valueOf(kind),
                Channel.valueOf(channel),
                filed,
                row.getBoolean("is_private"),
                row.getTimestamp("received_at").toInstant(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    static Life.Step step(ResultSet row) throws SQLException {
        String to = row.getString("to_state");
        return new Life.Step(
                row.getTimestamp("happened_at").toInstant(),
                HistoryEntry.Kind.valueOf(row.getString("entry")),
                to == null ? null : RequestState.valueOf(to),
                row.getBoolean("by_staff"));
    }

    static Life.Pledge promise(ResultSet row) throws SQLException {
        return new Life.Pledge(
                Commitment.valueOf(row.getString("commitment")),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "met_at"),
                instant(row, "warns_at"),
                row.getBoolean("is_paused"));
    }

    private static Named named(ResultSet row, String column) throws SQLException {
        return new Named(row.getString(column), row.getString(column + "_name"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
