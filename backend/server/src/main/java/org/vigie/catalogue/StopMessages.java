package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stop messages of the jurisdiction that is open: those that hold, those to come and those that are past. */
@Repository
public class StopMessages {

    private static final String SELECT = """
            select s.*, d.code as domain_code, c.code as category_code
            from catalogue.stop_message s
            left join catalogue.domain d using (jurisdiction_id, domain_id)
            left join catalogue.category c on c.jurisdiction_id = s.jurisdiction_id and c.category_id = s.category_id
            """;

    private final JdbcClient jdbc;
    private final CatalogueSnapshots snapshots;

    StopMessages(JdbcClient jdbc, CatalogueSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** The one that ends last comes first. */
    @Transactional(readOnly = true)
    public List<StopMessage> list() {
        Map<UUID, Map<String, String>> translations = translations();
        return jdbc.sql(SELECT + "order by s.ends_at desc, s.starts_at desc, s.stop_message_id")
                .query((row, n) -> read(row, translations))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<StopMessage> find(UUID id) {
        return jdbc.sql(SELECT + "where s.stop_message_id = :id")
                .param("id", id)
                .query((row, n) -> read(row, translations()))
                .optional();
    }

    /** Adds it, or writes over the one of that id. */
    @Transactional
    public void save(StopMessage message) {
        jdbc.sql("""
                        insert into catalogue.stop_message (jurisdiction_id, stop_message_id, text, refuses, domain_id, category_id, ground_id,
                            starts_at, ends_at)
                        values (access.current_jurisdiction(), :id, :text, :refuses, (select domain_id from catalogue.domain where code = :domain),
                            (select category_id from catalogue.category where code = :category), :ground, :from, :until)
                        on conflict (jurisdiction_id, stop_message_id) do update
                        set text = excluded.text, refuses = excluded.refuses, domain_id = excluded.domain_id, category_id = excluded.category_id,
                            ground_id = excluded.ground_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at
                        """)
                .param("id", message.id())
                .param("text", message.text())
                .param("refuses", message.refuses())
                .param("domain", message.domain().orElse(null))
                .param("category", message.category().orElse(null))
                .param("ground", message.groundId().orElse(null))
                .param("from", Timestamp.from(message.startsAt()))
                .param("until", Timestamp.from(message.endsAt()))
                .update();
        translate(message);
        snapshots.forget();
    }

    /** Ends it now; one that has not begun is as if it had never been written. */
    @Transactional
    public void end(StopMessage message, Instant now) {
        if (message.at(now) == StopMessage.State.COMING || !message.startsAt().isBefore(now)) {
            jdbc.sql("delete from catalogue.stop_message where stop_message_id = :id")
                    .param("id", message.id())
                    .update();
        } else {
            jdbc.sql("update catalogue.stop_message set ends_at = :now where stop_message_id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", message.id())
                    .update();
        }
        snapshots.forget();
    }

    private void translate(StopMessage message) {
        jdbc.sql("delete from catalogue.stop_message_translation where stop_message_id = :id")
                .param("id", message.id())
                .update();
        message.translations()
                .forEach((language, text) -> jdbc.sql("""
                        insert into catalogue.stop_message_translation (jurisdiction_id, stop_message_id, language, text)
                        values (access.current_jurisdiction(), :id, :language, :text)
                        """)
                        .param("id", message.id())
                        .param("language", language)
                        .param("text", text)
                        .update());
    }

    private Map<UUID, Map<String, String>> translations() {
        return translations(jdbc);
    }

    /** By message, then by language. */
    static Map<UUID, Map<String, String>> translations(JdbcClient jdbc) {
        Map<UUID, Map<String, String>> translations = new HashMap<>();
        jdbc.sql("select stop_message_id, language, text from catalogue.stop_message_translation")
                .query(row -> {
                    translations
                            .computeIfAbsent(row.getObject("stop_message_id", UUID.class), id -> new HashMap<>())
                            .put(row.getString("language"), row.getString("text"));
                });
        return translations;
    }

    private static StopMessage read(ResultSet row, Map<UUID, Map<String, String>> translations) throws SQLException {
        UUID id = row.getObject("stop_message_id", UUID.class);
        return new StopMessage(
                id,
                row.getString("text"),
                translations.getOrDefault(id, Map.of()),
                row.getBoolean("refuses"),
                Optional.ofNullable(row.getString("domain_code")),
                Optional.ofNullable(row.getString("category_code")),
                Optional.ofNullable(row.getObject("ground_id", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
