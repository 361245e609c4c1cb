package org.vigie.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.ApiKey;
import org.vigie.access.KeyIssuing;
import org.vigie.access.Refusal;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The systems that may report to the jurisdiction that is open. */
@Repository
public class Clients implements KeyIssuing.Holders {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JurisdictionSnapshot<SortedSet<String>> externalIdAttributes;

    Clients(JdbcClient jdbc, Clock clock, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.externalIdAttributes = snapshots.of("open311", this::readExternalIdAttributes);
    }

    /** All, also those whose key was revoked, by name. */
    @Transactional(readOnly = true)
    public List<Client> list() {
        return jdbc.sql("select * from open311.client order by lower(name), client_id")
                .query((row, n) -> read(row))
                .list();
    }

    /** How many requests each has sent. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> requestCounts() {
        return jdbc
                .sql("select client_id, count(*) as n from open311.client_request group by client_id")
                .query((row, n) -> Map.entry(row.getObject("client_id", UUID.class), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional(readOnly = true)
    public Optional<Client> find(UUID id) {
        return jdbc.sql("select * from open311.client where client_id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public boolean isKnown(UUID id) {
        return find(id).isPresent();
    }

    /** @throws Refusal open311-key-invalid when nobody here holds that key, or not any more */
    @Transactional(readOnly = true)
    public Client holding(ApiKey key) {
        return jdbc.sql("select * from open311.client where key_sha256 = :key and revoked_at is null")
                .param("key", key.sha256())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(Clients::invalidKey);
    }

    static Refusal invalidKey() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "open311-key-invalid");
    }

    /** The attributes in which clients send their own ids, in alphabetical order. Answers come from memory. */
    public SortedSet<String> externalIdAttributes() {
        return externalIdAttributes.get();
    }

    @Transactional
    public void add(UUID id, String name, Terms terms, ApiKey key) {
        jdbc.sql("""
                        insert into open311.client (jurisdiction_id, client_id, name, key_sha256, quota_per_hour, external_id_attribute, issued_at)
                        values (access.current_jurisdiction(), :id, :name, :key, :quota, :attribute, :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("key", key.sha256())
                .param("quota", terms.quotaPerHour())
                .param("attribute", terms.externalIdAttribute())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** On which a client reports. */
    public record Terms(int quotaPerHour, String externalIdAttribute) {}

    @Transactional
    public void change(UUID id, String name, Terms terms) {
        jdbc.sql(
                        "update open311.client set name = :name, quota_per_hour = :quota, external_id_attribute = :attribute where client_id = :id")
                .param("id", id)
                .param("name", name)
                .param("quota", terms.quotaPerHour())
                .param("attribute", terms.externalIdAttribute())
                .update();
    }

    /** Gives it another key: the one that it had is good for nothing from now on, and one that was revoked may report again. */
    @Override
    @Transactional
    public void issue(UUID id, ApiKey key) {
        jdbc.sql(
                        "update open311.client set key_sha256 = :key, issued_at = :now, revoked_at = null where client_id = :id")
                .param("id", id)
                .param("key", key.sha256())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public void revoke(UUID id) {
        jdbc.sql("update open311.client set revoked_at = :now where client_id = :id and revoked_at is null")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private SortedSet<String> readExternalIdAttributes() {
        return Collections.unmodifiableSortedSet(
                new TreeSet<>(jdbc.sql("select external_id_attribute from open311.client where revoked_at is null")
                        .query(String.class)
                        .list()));
    }

    private static Client read(ResultSet row) throws SQLException {
        return new Client(
                row.getObject("client_id", UUID.class),
                row.getString("name"),
                row.getInt("quota_per_hour"),
                row.getString("external_id_attribute"),
                row.getTimestamp("issued_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
