package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** The competences of the jurisdiction that is open, as they are written. */
@Repository
public class CompetenceTable {

    private static final String SELECT = """
            select t.*, d.code as domain_code, c.code as category_code
            from catalogue.competence t
            left join catalogue.domain d using (jurisdiction_id, domain_id)
            left join catalogue.category c on c.jurisdiction_id = t.jurisdiction_id and c.category_id = t.category_id
            """;

    private final JdbcClient jdbc;
    private final CatalogueSnapshots snapshots;

    CompetenceTable(JdbcClient jdbc, CatalogueSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<CompetenceRow> list() {
        return jdbc.sql(SELECT + "order by t.code collate \"C\"")
                .query(CompetenceTable::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<CompetenceRow> find(UUID id) {
        return jdbc.sql(SELECT + "where t.competence_id = :id")
                .param("id", id)
                .query(CompetenceTable::read)
                .optional();
    }

    /**
     * Adds it, or writes over the one of that id.
     *
     * @throws Refusal reference-unknown, service-of-another, competence-code-taken
     */
    @Transactional
    public void save(CompetenceRow competence) {
        checkService(competence);
        try {
            write(competence);
        } catch (DuplicateKeyException taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "competence-code-taken", competence.code());
        }
        snapshots.forget();
    }

    @Transactional
    public void remove(UUID id) {
        jdbc.sql("delete from catalogue.competence where competence_id = :id")
                .param("id", id)
                .update();
        snapshots.forget();
    }

    private void write(CompetenceRow competence) {
        jdbc.sql("""
                        insert into catalogue.competence (jurisdiction_id, competence_id, code, organisation_id, service_id, domain_id, category_id,
                            ground_id, holds_from, holds_until)
                        values (access.current_jurisdiction(), :id, :code, :organisation, :service,
                            (select domain_id from catalogue.domain where code = :domain),
                            (select category_id from catalogue.category where code = :category), :ground, :from, :until)
                        on conflict (jurisdiction_id, competence_id) do update
                        set code = excluded.code, organisation_id = excluded.organisation_id, service_id = excluded.service_id,
                            domain_id = excluded.domain_id, category_id = excluded.category_id, ground_id = excluded.ground_id,
                            holds_from = excluded.holds_from, holds_until = excluded.holds_until
                        """)
                .param("id", competence.id())
                .param("code", competence.code())
                .param("organisation", competence.organisationId())
                .param("service", competence.serviceId().orElse(null))
                .param("domain", competence.domain().orElse(null))
                .param("category", competence.category().orElse(null))
                .param("ground", competence.groundId().orElse(null))
                .param("from", Timestamp.from(competence.from()))
                .param("until", competence.until().map(Timestamp::from).orElse(null))
                .update();
    }

    private void checkService(CompetenceRow competence) {
        CatalogueSnapshot catalogue = snapshots.get();
        if (!catalogue.organisations().containsKey(competence.organisationId())) {
            throw Refusal.invalid("reference-unknown");
        }
        List<Category.ServiceName> theirs = catalogue.services().getOrDefault(competence.organisationId(), List.of());
        boolean isTheirs = competence
                .serviceId()
                .map(wanted -> theirs.stream().anyMatch(service -> service.id().equals(wanted)))
                .orElse(true);
        if (!isTheirs) {
            throw Refusal.invalid("service-of-another");
        }
    }

    private static CompetenceRow read(ResultSet row, int rowNumber) throws SQLException {
        return new CompetenceRow(
                row.getObject("competence_id", UUID.class),
                row.getString("code"),
                row.getObject("organisation_id", UUID.class),
                Optional.ofNullable(row.getObject("service_id", UUID.class)),
                Optional.ofNullable(row.getString("domain_code")),
                Optional.ofNullable(row.getString("category_code")),
                Optional.ofNullable(row.getObject("ground_id", UUID.class)),
                row.getTimestamp("holds_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("holds_until")).map(Timestamp::toInstant));
    }
}
