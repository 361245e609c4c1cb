package org.vigie.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** The orders of the queue. Each goes on from the last row of a page, so that none is missed or told twice when others have left. */
enum QueueOrder {
    NEWEST_FIRST("r.received_at desc, r.request_id desc", "(r.received_at, r.request_id) < (:afterReceived, :afterId)"),

    /** The most urgent first, what is not promised last. */
    BY_DUE_TIME(
            Sql.DUE + ", r.received_at, r.request_id",
            "(" + Sql.DUE + ", r.received_at, r.request_id) > (:afterDue, :afterReceived, :afterId)"),

    /** What came back to its owner, then as everywhere. */
    BACK_FIRST(
            "r.returned_at is null, " + Sql.DUE + ", r.received_at, r.request_id",
            "(r.returned_at is null, " + Sql.DUE
                    + ", r.received_at, r.request_id) > (not :afterBack, :afterDue, :afterReceived, :afterId)");

    /** What a mark is read from. */
    static final String MARK = "r.request_id, r.received_at, r.returned_at is not null as back, " + Sql.DUE + " as due";

    private final String rows;
    private final String onwards;

    QueueOrder(String rows, String onwards) {
        this.rows = rows;
        this.onwards = onwards;
    }

    static QueueOrder of(DeskFilter filter) {
        if (filter.byReceipt()) {
            return NEWEST_FIRST;
        }
        return filter.follow().owners().isEmpty() ? BY_DUE_TIME : BACK_FIRST;
    }

    /** Conditions and order of a page; fills the values that they name. */
    String page(DeskFilter filter, Map<String, Object> values) {
        filter.after().ifPresent(mark -> {
            values.put("afterBack", mark.back());
            values.put("afterDue", mark.dueAt().atOffset(ZoneOffset.UTC));
            values.put("afterReceived", mark.receivedAt().atOffset(ZoneOffset.UTC));
            values.put("afterId", mark.requestId());
        });
        return (filter.after().isPresent() ? " and " + onwards : "") + " order by " + rows;
    }

    static QueueMark mark(ResultSet row, int n) throws SQLException {
        return new QueueMark(
                row.getBoolean("back"),
                row.getTimestamp("due").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("request_id", UUID.class));
    }

    private static final class Sql {
        static final String DUE = "coalesce(r.next_due_at, '" + QueueMark.NEVER + "')";

        private Sql() {}
    }
}
