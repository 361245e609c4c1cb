package org.vigie.forwarding;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** As which of their services our categories go, and as which of their attributes the answers to our questions. */
@Repository
class ConnectionMapping {

    private final JdbcClient jdbc;

    ConnectionMapping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all connections of the jurisdiction that is open, by organisation. */
    record Known(Map<UUID, Map<UUID, String>> services, Map<UUID, Map<UUID, Map<String, String>>> attributes) {

        Map<UUID, String> services(UUID organisationId) {
            return Map.copyOf(services.getOrDefault(organisationId, Map.of()));
        }

        Map<UUID, Map<String, String>> attributes(UUID organisationId) {
            return Map.copyOf(attributes.getOrDefault(organisationId, Map.of()));
        }
    }

    Known read() {
        Known known = new Known(new HashMap<>(), new HashMap<>());
        jdbc.sql("select organisation_id, category_id, service_code from forwarding.service")
                .query(row -> {
                    known.services()
                            .computeIfAbsent(row.getObject("organisation_id", UUID.class), id -> new HashMap<>())
                            .put(row.getObject("category_id", UUID.class), row.getString("service_code"));
                });
        jdbc.sql("select organisation_id, category_id, question_code, attribute_code from forwarding.attribute")
                .query(row -> {
                    known.attributes()
                            .computeIfAbsent(row.getObject("organisation_id", UUID.class), id -> new HashMap<>())
                            .computeIfAbsent(row.getObject("category_id", UUID.class), id -> new HashMap<>())
                            .put(row.getString("question_code"), row.getString("attribute_code"));
                });
        return known;
    }

    /** In place of what was mapped before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Connection connection) {
        UUID id = connection.organisationId();
        for (String table : new String[] {"service", "attribute"}) {
            jdbc.sql("delete from forwarding." + table + " where organisation_id = :id")
                    .param("id", id)
                    .update();
        }
        connection
                .services()
                .forEach((category, code) -> jdbc.sql("""
                        insert into forwarding.service (jurisdiction_id, organisation_id, category_id, service_code)
                        values (access.current_jurisdiction(), :id, :category, :code)
                        """)
                        .param("id", id)
                        .param("category", category)
                        .param("code", code.strip())
                        .update());
        connection
                .attributes()
                .forEach((category, named) -> named.forEach((question, code) -> jdbc.sql("""
                        insert into forwarding.attribute (jurisdiction_id, organisation_id, category_id, question_code, attribute_code)
                        values (access.current_jurisdiction(), :id, :category, :question, :code)
                        """)
                        .param("id", id)
                        .param("category", category)
                        .param("question", question)
                        .param("code", code.strip())
                        .update()));
    }
}
