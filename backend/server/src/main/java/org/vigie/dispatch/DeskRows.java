package org.vigie.dispatch;

import static org.vigie.download.DownloadTable.Column.moment;
import static org.vigie.download.DownloadTable.Column.text;
import static org.vigie.download.DownloadTable.Column.yesOrNo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.download.DownloadTable;

/**
 * The whole of what a filter of the desk finds, for whoever takes it away; in one snapshot, newest first. Who asked is not in it: their
 * names have a day on which they are removed, and a file would not know it.
 */
@Repository
public class DeskRows {

    public static final DownloadTable TABLE = new DownloadTable(
            "requests",
            List.of(
                    text("request_id", "r.request_id"),
                    text("number", "r.number"),
                    text("kind", "r.kind"),
                    text("state", "r.state"),
                    text("priority", "r.priority"),
                    yesOrNo("is_private", "r.is_private or c.is_private"),
                    text("domain", "d.code"),
                    text("category", "c.code"),
                    text("category_name", "c.name"),
                    text("description", "r.description"),
                    text("address", "r.address"),
                    text("sector", "s.code"),
                    text("sector_name", "sh.name"),
                    text("service", "v.name"),
                    text("team", "t.code"),
                    text("team_name", "t.name"),
                    text("owner", "o.display_name"),
                    text("channel", "r.channel"),
                    moment("received_at", "r.received_at"),
                    moment("changed_at", "r.changed_at"),
                    moment("resolved_at", "r.resolved_at"),
                    text("next_commitment", "r.next_commitment"),
                    moment("next_due_at", "r.next_due_at")));

    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final DeskQueue queue;

    DeskRows(JdbcClient jdbc, DeskQueue queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    /** @param filter what it says of pages does not count */
    @Transactional(readOnly = true)
    public void each(DeskFilter filter, Consumer<DownloadTable.Row> taker) {
        Map<String, Object> values = new HashMap<>();
        jdbc.sql(TABLE.select("r.location") + DeskCardRow.JOINED + queue.where(filter, values)
                        + " order by r.received_at desc, r.request_id desc")
                .params(values)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(TABLE.read(row));
                });
    }
}
