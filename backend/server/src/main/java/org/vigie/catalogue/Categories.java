package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The categories of the jurisdiction that is open. */
@Repository
public class Categories {

    private static final String SELECT = """
            select c.*, d.code as domain_code, s.code as service_code, s.name as service_name, %s
            from catalogue.category c
            join catalogue.domain d using (jurisdiction_id, domain_id)
            join catalogue.service s on s.jurisdiction_id = c.jurisdiction_id and s.service_id = c.service_id
            """.formatted(PromiseRow.COLUMN);

    private final JdbcClient jdbc;
    private final Calendars calendars;

    Categories(JdbcClient jdbc, Calendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** By code, among those offered now. */
    @Transactional(readOnly = true)
    public Optional<Category> findOffered(String code) {
        return jdbc.sql(SELECT + "where c.code = :code and c.active")
                .param("code", code)
                .query(this::read)
                .optional();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none, which a foreign key forbids */
    @Transactional(readOnly = true)
    public Category get(UUID id) {
        return jdbc.sql(SELECT + "where c.category_id = :id")
                .param("id", id)
                .query(this::read)
                .single();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none, which a foreign key forbids */
    @Transactional(readOnly = true)
    public Category.ServiceName service(UUID id) {
        return jdbc.sql("select service_id, code, name from catalogue.service where service_id = :id")
                .param("id", id)
                .query((row, n) -> new Category.ServiceName(
                        row.getObject("service_id", UUID.class), row.getString("code"), row.getString("name")))
                .single();
    }

    /** Whether a request of that category is closed only after its requester was answered by letter. */
    @Transactional(readOnly = true)
    public boolean needsFormalReply(UUID id) {
        return jdbc.sql("select formal_reply_required from catalogue.category where category_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** All, in the order of the catalogue, withdrawn ones included. */
    @Transactional(readOnly = true)
    public List<Category> list() {
        return jdbc.sql(SELECT + "order by d.position, c.position")
                .query(this::read)
                .list();
    }

    /** Those offered somewhere, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Category> listActive() {
        return jdbc.sql(SELECT + "where c.active order by d.position, d.code, c.position, c.code")
                .query(this::read)
                .list();
    }

    private Category read(ResultSet row, int rowNumber) throws SQLException {
        return new Category(
                row.getObject("category_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("domain_code"),
                row.getString("keywords"),
                row.getString("glyph"),
                RequestKind.valueOf(row.getString("kind")),
                row.getBoolean("is_private"),
                row.getBoolean("is_urgent"),
                new Category.ServiceName(
                        row.getObject("service_id", UUID.class),
                        row.getString("service_code"),
                        row.getString("service_name")),
                PromiseRow.read(row, calendars),
                row.getInt("duplicate_radius_metres"));
    }
}
