package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The categories of the jurisdiction that is open. One by one they come from memory. */
@Repository
public class Categories {

    private static final String SELECT = """
            select c.*, d.code as domain_code, s.code as service_code, s.name as service_name, %s
            from catalogue.category c
            join catalogue.domain d using (jurisdiction_id, domain_id)
            join catalogue.service s on s.jurisdiction_id = c.jurisdiction_id and s.service_id = c.service_id
            """.formatted(PromiseRow.COLUMN);
    private static final String SERVICES = "select service_id, code, name from catalogue.service";

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final JurisdictionSnapshot<Known> known;

    /** @param offered by code */
    private record Known(
            Map<UUID, Category> categories, Map<String, Category> offered, Map<UUID, Category.ServiceName> services) {}

    Categories(JdbcClient jdbc, Calendars calendars, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.known = snapshots.of("catalogue", this::readAll);
    }

    /** By code, among those offered now. */
    public Optional<Category> findOffered(String code) {
        return Optional.ofNullable(known.get().offered().get(code));
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none, which a foreign key forbids */
    public Category get(UUID id) {
        Category category = known.get().categories().get(id);
        return category != null ? category : justAdded(id);
    }

    /** Another process may have added it within the last second. */
    private Category justAdded(UUID id) {
        return jdbc.sql(SELECT + "where c.category_id = :id")
                .param("id", id)
                .query(this::read)
                .single();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none, which a foreign key forbids */
    public Category.ServiceName service(UUID id) {
        Category.ServiceName service = known.get().services().get(id);
        return service != null
                ? service
                : jdbc.sql(SERVICES + " where service_id = :id")
                        .param("id", id)
                        .query(Categories::readService)
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

    private Known readAll() {
        Map<UUID, Category> categories = new HashMap<>();
        Map<String, Category> offered = new HashMap<>();
        jdbc.sql(SELECT).query(row -> {
            Category category = read(row, row.getRow());
            categories.put(category.id(), category);
            if (row.getBoolean("active")) {
                offered.put(category.code(), category);
            }
        });
        Map<UUID, Category.ServiceName> services = new HashMap<>();
        jdbc.sql(SERVICES)
                .query(Categories::readService)
                .list()
                .forEach(service -> services.put(service.id(), service));
        return new Known(Map.copyOf(categories), Map.copyOf(offered), Map.copyOf(services));
    }

    private static Category.ServiceName readService(ResultSet row, int rowNumber) throws SQLException {
        return new Category.ServiceName(
                row.getObject("service_id", UUID.class), row.getString("code"), row.getString("name"));
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
