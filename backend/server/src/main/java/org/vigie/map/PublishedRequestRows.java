package org.vigie.map;

import static org.vigie.download.DownloadTable.Column.moment;
import static org.vigie.download.DownloadTable.Column.text;
import static org.vigie.download.DownloadTable.Column.yesOrNo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.download.DownloadTable;

/** All the published requests that a filter lets through, for whoever takes them away; in one snapshot, newest first. */
@Repository
public class PublishedRequestRows {

    public static final DownloadTable TABLE = new DownloadTable(
            "requests",
            List.of(
                    text("request_id", "r.request_id"),
                    text("number", "r.number"),
                    text("kind", "r.kind"),
                    text("state", "r.state"),
                    text("domain", "r.domain"),
                    text("domain_name", "r.domain_name"),
                    text("category", "r.category"),
                    text("category_name", "r.category_name"),
                    text("description", "r.description"),
                    text("address", "r.address"),
                    text("sector", "r.sector"),
                    text("sector_name", "r.sector_name"),
                    text("service", "r.service"),
                    text("channel", "r.channel"),
                    yesOrNo("is_open", "r.is_open"),
                    moment("received_at", "r.received_at"),
                    moment("changed_at", "r.changed_at"),
                    moment("settled_at", "case when not r.is_open then r.settled_at end"),
                    moment("next_due_at", "r.next_due_at")));

    /** What is read at once: the most that is in memory of a list of any length. */
    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final RequestPages pages;

    PublishedRequestRows(
            @Qualifier("mapReader") JdbcClient jdbc,
            @Qualifier("mapReader") TransactionTemplate reading,
            RequestPages pages) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.pages = pages;
    }

    /** @param query its filter, ground and words count; what it says of pages does not */
    public void each(RequestQuery query, Consumer<DownloadTable.Row> taker) {
        Map<String, Object> values = new LinkedHashMap<>();
        String sql = TABLE.select("r.geom") + "from " + pages.matching(query, values)
                + " order by r.received_at desc, r.request_id desc";
        reading.executeWithoutResult(transaction -> jdbc.sql(sql)
                .params(values)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(TABLE.read(row));
                }));
    }
}
