package org.vigie.forwarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The systems of other organisations that the jurisdiction that is open sends requests to. */
@Repository
public class Connections {

    private final JdbcClient jdbc;
    private final ConnectionMapping mapping;
    private final JurisdictionSnapshot<Map<UUID, Connection>> known;

    Connections(JdbcClient jdbc, ConnectionMapping mapping, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.mapping = mapping;
        this.known = snapshots.of("forwarding", this::readAll);
    }

    /** Whether there is any. The answer comes from memory. */
    boolean isAny() {
        return !known.get().isEmpty();
    }

    /** Of that organisation, when it is on. The answer comes from memory. */
    Optional<Connection> findOn(UUID organisationId) {
        return Optional.ofNullable(known.get().get(organisationId)).filter(Connection::isOn);
    }

    /** Whether requests are sent to that organisation. The answer comes from memory. */
    public boolean isOn(UUID organisationId) {
        return findOn(organisationId).isPresent();
    }

    @Transactional(readOnly = true)
    public List<Connection> list() {
        return List.copyOf(readAll().values());
    }

    @Transactional(readOnly = true)
    public Optional<Connection> find(UUID organisationId) {
        return Optional.ofNullable(readAll().get(organisationId));
    }

    /** @throws Refusal not-found when there is none here */
    @Transactional(readOnly = true)
    public Connection get(UUID organisationId) {
        return find(organisationId).orElseThrow(() -> Refusal.notFound("connection"));
    }

    /** Adds it, or changes the one of that organisation; its key stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Connection connection) {
        jdbc.sql("""
                        insert into forwarding.connection (jurisdiction_id, organisation_id, address, format, remote_jurisdiction,
                            external_id_attribute, service_otherwise, with_requester, takes_private, is_on)
                        values (access.current_jurisdiction(), :id, :address, :format, :remote, :attribute, :otherwise, :requester, :private, :on)
                        on conflict (jurisdiction_id, organisation_id) do update
                        set address = excluded.address, format = excluded.format, remote_jurisdiction = excluded.remote_jurisdiction,
                            external_id_attribute = excluded.external_id_attribute, service_otherwise = excluded.service_otherwise,
                            with_requester = excluded.with_requester, takes_private = excluded.takes_private, is_on = excluded.is_on
                        """)
                .param("id", connection.organisationId())
                .param("address", connection.address())
                .param("format", connection.format().name())
                .param("remote", connection.remoteJurisdiction())
                .param("attribute", connection.externalIdAttribute())
                .param("otherwise", connection.serviceOtherwise())
                .param("requester", connection.terms().withRequester())
                .param("private", connection.terms().takesPrivate())
                .param("on", connection.isOn())
                .update();
        jdbc.sql("""
                        insert into forwarding.health (jurisdiction_id, organisation_id) values (access.current_jurisdiction(), :id)
                        on conflict (jurisdiction_id, organisation_id) do update set resting_until = null, speaks_updates = null
                        """).param("id", connection.organisationId()).update();
        mapping.save(connection);
    }

    /** Ends it; what it was sent stays written with the requests. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID organisationId) {
        jdbc.sql("delete from forwarding.connection where organisation_id = :id")
                .param("id", organisationId)
                .update();
    }

    private Map<UUID, Connection> readAll() {
        ConnectionMapping.Known mapped = mapping.read();
        return jdbc.sql("select * from forwarding.connection").query((row, n) -> read(row, mapped)).list().stream()
                .collect(Collectors.toUnmodifiableMap(Connection::organisationId, Function.identity()));
    }

    private static Connection read(ResultSet row, ConnectionMapping.Known mapped) throws SQLException {
        UUID id = row.getObject("organisation_id", UUID.class);
        return new Connection(
                id,
                row.getString("address"),
                Connection.Format.valueOf(row.getString("format")),
                row.getString("remote_jurisdiction"),
                row.getString("external_id_attribute"),
                mapped.services(id),
                row.getString("service_otherwise"),
                mapped.attributes(id),
                new Connection.Terms(row.getBoolean("with_requester"), row.getBoolean("takes_private")),
                row.getBoolean("is_on"));
    }
}
