package org.vigie.features;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.ApiKey;
import org.vigie.access.KeyIssuing;

/** The keys that open staff's layers of the jurisdiction that is open. */
@Repository
public class DataKeys implements KeyIssuing.Holders {

    private final JdbcClient jdbc;
    private final Clock clock;

    DataKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, also those that were revoked, by name. */
    @Transactional(readOnly = true)
    public List<DataKey> list() {
        return jdbc.sql("select * from features.data_key order by lower(name), data_key_id")
                .query(DataKeys::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DataKey> find(UUID id) {
        return jdbc.sql("select * from features.data_key where data_key_id = :id")
                .param("id", id)
                .query(DataKeys::read)
                .optional();
    }

    @Override
    public boolean isKnown(UUID id) {
        return find(id).isPresent();
    }

    /** Absent when nobody here holds that key, or not any more. */
    @Transactional(readOnly = true)
    public Optional<DataKey> holding(ApiKey key) {
        return jdbc.sql("select * from features.data_key where key_sha256 = :key and revoked_at is null")
                .param("key", key.sha256())
                .query(DataKeys::read)
                .optional();
    }

    @Transactional
    public void add(UUID id, String name, Set<String> layers, ApiKey key) {
        jdbc.sql("""
                        insert into features.data_key (jurisdiction_id, data_key_id, name, key_sha256, layers, issued_at)
                        values (access.current_jurisdiction(), :id, :name, :key, :layers, :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("key", key.sha256())
                .param("layers", layers.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    public void change(UUID id, String name, Set<String> layers) {
        jdbc.sql("update features.data_key set name = :name, layers = :layers where data_key_id = :id")
                .param("id", id)
                .param("name", name)
                .param("layers", layers.toArray(String[]::new))
                .update();
    }

    /** Gives it another key: the one that it had is good for nothing from now on, and one that was revoked may read again. */
    @Override
    @Transactional
    public void issue(UUID id, ApiKey key) {
        jdbc.sql(
                        "update features.data_key set key_sha256 = :key, issued_at = :now, revoked_at = null where data_key_id = :id")
                .param("id", id)
                .param("key", key.sha256())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    @Transactional
    public void revoke(UUID id) {
        jdbc.sql("update features.data_key set revoked_at = :now where data_key_id = :id and revoked_at is null")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static DataKey read(ResultSet row, int rowNumber) throws SQLException {
        return new DataKey(
                row.getObject("data_key_id", UUID.class),
                row.getString("name"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("layers").getArray())),
                row.getTimestamp("issued_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
