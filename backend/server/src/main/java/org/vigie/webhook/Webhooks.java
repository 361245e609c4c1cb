package org.vigie.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The systems that the jurisdiction that is open tells what happens. */
@Repository
public class Webhooks {

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<List<Webhook>> listening;

    Webhooks(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.listening = snapshots.of("webhooks", this::readAll);
    }

    /** By name. Answers come from memory. */
    List<Webhook> listening() {
        return listening.get();
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Webhook> list() {
        return readAll();
    }

    private List<Webhook> readAll() {
        return jdbc.sql("select * from webhook.hook order by lower(name), hook_id")
                .query(Webhooks::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from webhook.hook where hook_id = :id")
                .param("id", id)
                .query(Webhooks::read)
                .optional();
    }

    /** @throws Refusal not-found when there is none here */
    @Transactional(readOnly = true)
    public Webhook get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("webhook"));
    }

    /** Adds it, or changes the one of that id; its secret stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Webhook hook) {
        jdbc.sql("""
                        insert into webhook.hook (jurisdiction_id, hook_id, name, address, content, kinds, categories, ground_id)
                        values (access.current_jurisdiction(), :id, :name, :address, :content, :kinds, :categories, :ground)
                        on conflict (jurisdiction_id, hook_id) do update
                        set name = excluded.name, address = excluded.address, content = excluded.content, kinds = excluded.kinds,
                            categories = excluded.categories, ground_id = excluded.ground_id
                        """)
                .param("id", hook.id())
                .param("name", hook.name())
                .param("address", hook.address())
                .param("content", hook.content().name())
                .param("kinds", hook.filter().kinds().stream().map(Enum::name).toArray(String[]::new))
                .param("categories", hook.filter().categories().toArray(String[]::new))
                .param("ground", hook.filter().groundId().orElse(null))
                .update();
        jdbc.sql("""
                        insert into webhook.health (jurisdiction_id, hook_id) values (access.current_jurisdiction(), :id) on conflict do nothing
                        """).param("id", hook.id()).update();
    }

    /** Its secret is another one from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renewSecret(UUID id) {
        jdbc.sql("update webhook.hook set secret_number = secret_number + 1 where hook_id = :id")
                .param("id", id)
                .update();
    }

    /** Ends it, with all that it was still to be told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {
        jdbc.sql("delete from webhook.hook where hook_id = :id").param("id", id).update();
    }

    private static Webhook read(ResultSet row, int rowNumber) throws SQLException {
        return new Webhook(
                row.getObject("hook_id", UUID.class),
                row.getString("name"),
                row.getString("address"),
                row.getInt("secret_number"),
                Webhook.Content.valueOf(row.getString("content")),
                new Webhook.Filter(
                        texts(row.getArray("kinds")).stream()
                                .map(EventKind::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        texts(row.getArray("categories")),
                        Optional.ofNullable(row.getObject("ground_id", UUID.class))));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) array.getArray()));
    }

    static Optional<java.time.Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
