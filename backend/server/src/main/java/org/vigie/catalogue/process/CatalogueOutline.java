package org.vigie.catalogue.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.process.file.WrittenCatalogue;

/** What processes hang from: organisations with their services, and domains. */
@Repository
class CatalogueOutline {

    private record Owned(String organisation, WrittenCatalogue.Service service) {}

    private final JdbcClient jdbc;
    private final CatalogueDraft draft;

    CatalogueOutline(JdbcClient jdbc, CatalogueDraft draft) {
        this.jdbc = jdbc;
        this.draft = draft;
    }

    /** Those that have services here, by name; their services by code. */
    List<WrittenCatalogue.Organisation> organisations() {
        Map<String, List<WrittenCatalogue.Service>> services = new LinkedHashMap<>();
        jdbc.sql("""
                        select o.name as organisation, s.code, s.name
                        from catalogue.service s join catalogue.organisation o using (jurisdiction_id, organisation_id)
                        order by o.name collate "C", s.code collate "C"
                        """)
                .query((row, n) -> new Owned(
                        row.getString("organisation"),
                        new WrittenCatalogue.Service(row.getString("code"), row.getString("name"))))
                .list()
                .forEach(owned -> services.computeIfAbsent(owned.organisation(), name -> new java.util.ArrayList<>())
                        .add(owned.service()));
        return services.entrySet().stream()
                .map(entry -> new WrittenCatalogue.Organisation(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** In their order. */
    List<WrittenCatalogue.Domain> domains() {
        return jdbc.sql("select code, name, glyph from catalogue.domain order by position, code")
                .query((row, n) -> new WrittenCatalogue.Domain(
                        row.getString("code"), row.getString("name"), row.getString("glyph")))
                .list();
    }

    /** Adds what is new; what is there by its code takes name and glyph of the file, and a service its organisation. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(WrittenCatalogue catalogue) {
        for (WrittenCatalogue.Organisation organisation : catalogue.organisations()) {
            UUID id = draft.organisation(organisation.name());
            organisation.services().forEach(service -> {
                draft.service(id, service.code(), service.name());
                jdbc.sql("""
                                update catalogue.service set name = :name, organisation_id = :organisation
                                where code = :code and (name, organisation_id) <> (:name, :organisation)
                                """)
                        .param("code", service.code())
                        .param("name", service.name())
                        .param("organisation", id)
                        .update();
            });
        }
        for (WrittenCatalogue.Domain domain : catalogue.domains()) {
            draft.domain(domain.code(), domain.name(), domain.glyph());
            jdbc.sql(
                            "update catalogue.domain set name = :name, glyph = :glyph where code = :code and (name, glyph) <> (:name, :glyph)")
                    .param("code", domain.code())
                    .param("name", domain.name())
                    .param("glyph", domain.glyph())
                    .update();
        }
    }
}
