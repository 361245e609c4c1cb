package org.vigie.forwarding;

import static org.vigie.forwarding.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code forwarding.forwarding}. */
final class ForwardingRow {

    private ForwardingRow() {}

    static Forwarding read(ResultSet row, int rowNumber) throws SQLException {
        return new Forwarding(
                row.getObject("forwarding_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                Forwarding.Stage.valueOf(row.getString("stage")),
                instant(row, "queued_at").orElseThrow(),
                row.getBoolean("by_person"),
                row.getInt("round"),
                new Forwarding.Attempts(
                        row.getInt("attempts"),
                        instant(row, "next_attempt_at").orElseThrow(),
                        instant(row, "give_up_at").orElseThrow()),
                instant(row, "posting_until"),
                row.getBoolean("maybe_there"),
                instant(row, "first_posted_at"),
                Optional.ofNullable(row.getString("token")),
                Optional.ofNullable(row.getString("remote_id")),
                Optional.ofNullable(row.getString("problem")).map(Forwarding.Problem::valueOf),
                Optional.ofNullable(row.getString("last_error")),
                new Forwarding.Heard(
                        instant(row, "taken_at"),
                        instant(row, "asked_at"),
                        instant(row, "seen_at"),
                        Optional.ofNullable(row.getString("remote_status")),
                        instant(row, "remote_changed_at"),
                        Objects.requireNonNullElse(row.getString("last_words"), "")));
    }
}
