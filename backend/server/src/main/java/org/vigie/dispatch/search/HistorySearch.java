package org.vigie.dispatch.search;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.PersonSearch;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Cursor;

/** Finds requests of all times and states. */
@Component
public class HistorySearch {

    /** What is asked to be looked at. */
    public enum By {
        /** Whatever the text looks like; people only for those who may look for them. */
        EVERYTHING,
        WORDS,
        PERSON,
        NUMBER,
        ASSET
    }

    /**
     * One page.
     *
     * @param after where the page before ended
     * @param limit at most {@link #MOST}
     */
    public record Page(Optional<Cursor> after, int limit) {}

    /** @param searched what was looked at, so that nobody wonders why something was not found */
    public record Found(List<DeskCard> items, Optional<Cursor> next, Set<SearchKey> searched) {}

    private record Hit(UUID id, Instant receivedAt) {}

    public static final int MOST = 100;

    private static final Cursor FROM_THE_NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;
    private final SearchSql sql;
    private final DeskQueue queue;

    HistorySearch(JdbcClient jdbc, SearchSql sql, DeskQueue queue) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.queue = queue;
    }

    /**
     * Newest first.
     *
     * @throws Refusal person-search-not-allowed
     */
    @Transactional(readOnly = true)
    public Found find(String text, By by, Page page) {
        String wanted = text.replace('\0', ' ').strip();
        if (by == By.EVERYTHING && SearchSql.isNumber(wanted)) {
            Found found = find(Set.of(SearchKey.NUMBER), wanted, page);
            return found.items().isEmpty() ? find(Set.of(SearchKey.WORDS), wanted, page) : found;
        }
        return find(keys(wanted, by), wanted, page);
    }

    /** What came in around a position, in metres. */
    @Transactional(readOnly = true)
    public Found findNear(Wgs84Point place, double metres, Page page) {
        return read(List.of(sql.near(place, metres)), EnumSet.of(SearchKey.PLACE), page);
    }

    /** What was reported of a thing of the town, and of it alone. */
    @Transactional(readOnly = true)
    public Found findAbout(UUID assetId, Page page) {
        return read(List.of(SearchSql.about(assetId)), EnumSet.of(SearchKey.ASSET), page);
    }

    private Set<SearchKey> keys(String wanted, By by) {
        return switch (by) {
            case NUMBER -> EnumSet.of(SearchKey.NUMBER);
            case WORDS -> EnumSet.of(SearchKey.WORDS);
            case ASSET -> EnumSet.of(SearchKey.ASSET);
            case PERSON -> {
                PersonSearch.require();
                yield EnumSet.of(personKey(wanted));
            }
            case EVERYTHING -> likely(wanted);
        };
    }

    private Set<SearchKey> likely(String wanted) {
        Set<SearchKey> keys = EnumSet.of(SearchKey.WORDS);
        if (sql.isAsset(wanted)) {
            keys.add(SearchKey.ASSET);
        } else if (PersonSearch.isAllowed()) {
            SearchKey person = personKey(wanted);
            keys.add(person);
            if (person != SearchKey.NAME) {
                keys.remove(SearchKey.WORDS);
            }
        }
        return keys;
    }

    private static SearchKey personKey(String wanted) {
        return SearchSql.isPhone(wanted) ? SearchKey.PHONE : wanted.contains("@") ? SearchKey.EMAIL : SearchKey.NAME;
    }

    private Found find(Set<SearchKey> keys, String wanted, Page page) {
        return read(keys.stream().flatMap(key -> sql.of(key, wanted).stream()).toList(), keys, page);
    }

    private Found read(List<SearchSql.Part> parts, Set<SearchKey> keys, Page page) {
        if (parts.isEmpty()) {
            return new Found(List.of(), Optional.empty(), keys);
        }
        Cursor before = page.after().orElse(FROM_THE_NEWEST);
        JdbcClient.StatementSpec statement = jdbc.sql(
                        parts.stream().map(SearchSql.Part::sql).collect(Collectors.joining(" union "))
                                + " order by received_at desc, request_id desc limit :most")
                .param("beforeAt", Timestamp.from(before.at()))
                .param("beforeId", before.id())
                .param("most", page.limit() + 1);
        for (SearchSql.Part part : parts) {
            statement = statement.params(part.values());
        }
        List<Hit> hits = statement
                .query((row, n) -> new Hit(
                        row.getObject("request_id", UUID.class),
                        row.getTimestamp("received_at").toInstant()))
                .list();
        List<Hit> shown = hits.subList(0, Math.min(page.limit(), hits.size()));
        Optional<Cursor> next = hits.size() > shown.size()
                ? Optional.of(
                        new Cursor(shown.getLast().receivedAt(), shown.getLast().id()))
                : Optional.empty();
        return new Found(cards(shown), next, keys);
    }

    private List<DeskCard> cards(List<Hit> hits) {
        List<UUID> ids = hits.stream().map(Hit::id).toList();
        Map<UUID, DeskCard> cards =
                queue.list(ids).stream().collect(Collectors.toMap(DeskCard::id, Function.identity()));
        return ids.stream().flatMap(id -> Stream.ofNullable(cards.get(id))).toList();
    }
}
