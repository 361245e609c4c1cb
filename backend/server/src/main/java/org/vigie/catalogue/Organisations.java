package org.vigie.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** The organisations that answer for something in the jurisdiction that is open, and their services. */
@Repository
public class Organisations {

    private final JdbcClient jdbc;
    private final CatalogueSnapshots snapshots;

    Organisations(JdbcClient jdbc, CatalogueSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** By name. */
    public List<Organisation> list() {
        return snapshots.get().organisations().values().stream()
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }

    public Optional<Organisation> find(UUID id) {
        return Optional.ofNullable(snapshots.get().organisations().get(id));
    }

    /** By the organisation whose they are. */
    public Map<UUID, List<Category.ServiceName>> services() {
        return snapshots.get().services();
    }

    /**
     * Adds it, or changes the one of that id.
     *
     * @throws Refusal organisation-name-taken; organisation-has-services when it should work here no more
     */
    @Transactional
    public void save(Organisation organisation) {
        if (!organisation.worksHere() && services().containsKey(organisation.id())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "organisation-has-services", organisation.name());
        }
        try {
            jdbc.sql("""
                            insert into catalogue.organisation (jurisdiction_id, organisation_id, name, works_here)
                            values (access.current_jurisdiction(), :id, :name, :here)
                            on conflict (jurisdiction_id, organisation_id) do update set name = excluded.name, works_here = excluded.works_here
                            """)
                    .param("id", organisation.id())
                    .param("name", organisation.name())
                    .param("here", organisation.worksHere())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "organisation-name-taken", organisation.name());
        }
        snapshots.forget();
    }
}
