package org.vigie.dispatch.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.geo.Wgs84Point;

/** The statements that look at one thing each. They answer with request_id and received_at of what came before a place in the order. */
@Component
class SearchSql {

    /** A statement and its values, under names that no other part uses. */
    record Part(String sql, Map<String, Object> values) {}

    private static final Pattern NUMBER =
            Pattern.compile("(?:n°\\s*)?(?:(\\d{4})-)?(\\d{1,7})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile("[+\\d][\\d .\\-/()]{5,24}");
    private static final Pattern COUNTRY = Pattern.compile("^(?:00|\\+)(?:33|212|26[23]|590|594|596)");
    private static final int FEWEST_DIGITS = 5;
    private static final int KEY_DIGITS = 9;
    private static final double METRES_AROUND_AN_ASSET = 15;

    /** Sorts after everything that begins with what stands before it. */
    private static final String END = "\uffff";

    private static final String BEFORE = " and (r.received_at, r.request_id) < (:beforeAt, :beforeId)";

    private final JdbcClient jdbc;
    private final WordQuery words;

    SearchSql(JdbcClient jdbc, WordQuery words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** More digits than a request's number has. */
    static boolean isPhone(String text) {
        return PHONE.matcher(text).matches()
                && !isNumber(text)
                && phoneKey(text).length() >= FEWEST_DIGITS;
    }

    boolean isAsset(String text) {
        return assetAt(text).isPresent();
    }

    /** Nothing when the text says nothing to that key. */
    Optional<Part> of(SearchKey key, String text) {
        return switch (key) {
            case NUMBER -> number(text);
            case WORDS ->
                words.of(text)
                        .map(query -> new Part(
                                "select request_id, received_at from request.find_words(cast(:query as tsquery), :beforeAt, :beforeId, :most)",
                                Map.of("query", query)));
            case NAME -> name(text);
            case PHONE -> begins("phone_key", phoneKey(text));
            case EMAIL -> begins("email_key", text.toLowerCase(Locale.ROOT));
            case ASSET -> assetAt(text).map(place -> near(place, METRES_AROUND_AN_ASSET));
            case PLACE -> Optional.empty();
        };
    }

    Part near(Wgs84Point place, double metres) {
        return new Part(
                "select request_id, received_at from request.find_near(:longitude, :latitude, :metres, :beforeAt, :beforeId, :most)",
                Map.of("longitude", place.longitudeDegrees(), "latitude", place.latitudeDegrees(), "metres", metres));
    }

    static Part about(UUID assetId) {
        return new Part(
                "select r.request_id, r.received_at from request.request r where r.request_id in "
                        + "(select a.request_id from request.request_asset a where a.asset_id = :asset)" + BEFORE,
                Map.of("asset", assetId));
    }

    /** With the year or without; without, of every year. */
    private static Optional<Part> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = String.format(Locale.ROOT, "%06d", Long.parseLong(matcher.group(2)));
        String year = matcher.group(1);
        return Optional.of(
                year == null
                        ? new Part(
                                "select r.request_id, r.received_at from request.request r where r.number in "
                                        + "(select s.year || '-' || :digits from request.number_sequence s)" + BEFORE,
                                Map.of("digits", digits))
                        : new Part(
                                "select r.request_id, r.received_at from request.request r where r.number = :number"
                                        + BEFORE,
                                Map.of("number", year + "-" + digits)));
    }

    private Optional<Part> name(String text) {
        List<String> all = words.words(text);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>();
        StringBuilder sql = new StringBuilder("select r.request_id, r.received_at from request.request r where true");
        for (int i = 0; i < all.size(); i++) {
            sql.append(
                    " and r.request_id in (select w.request_id from request.requester_word w where w.word >= :name%1$d and w.word < :nameEnd%1$d)"
                            .formatted(i));
            values.put("name" + i, all.get(i));
            values.put("nameEnd" + i, all.get(i) + END);
        }
        return Optional.of(new Part(sql.append(BEFORE).toString(), values));
    }

    private static Optional<Part> begins(String column, String key) {
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        "select r.request_id, r.received_at from request.request r where r.request_id in "
                                + "(select q.request_id from request.requester q where q.%1$s >= :key and q.%1$s < :keyEnd)"
                                        .formatted(column)
                                + BEFORE,
                        Map.of("key", key, "keyEnd", key + END)));
    }

    /** The digits that a national and an international way of writing have in common. */
    private static String phoneKey(String text) {
        String digits =
                COUNTRY.matcher(text.replaceAll("[^+\\d]", "")).replaceFirst("").replaceAll("\\D", "");
        String significant = digits.startsWith("0") ? digits.substring(1) : digits;
        return significant.substring(Math.max(0, significant.length() - KEY_DIGITS));
    }

    private Optional<Wgs84Point> assetAt(String text) {
        return jdbc.sql(
                        "select st_x(location) as x, st_y(location) as y from territory.asset where code = :code order by kind limit 1")
                .param("code", text.toUpperCase(Locale.ROOT))
                .query((row, n) -> new Wgs84Point(row.getDouble("x"), row.getDouble("y")))
                .optional();
    }
}
