package org.vigie.catalogue.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The process that is in force for each category of the jurisdiction that is open. Answers come from memory. */
@Component
public class Processes {

    private final ProcessVersions versions;
    private final JurisdictionSnapshot<Map<UUID, ProcessVersion>> snapshot;

    Processes(ProcessVersions versions, JurisdictionSnapshots snapshots) {
        this.versions = versions;
        this.snapshot = snapshots.of("catalogue", this::read);
    }

    /** @return empty for a category that stands as its columns say */
    public Optional<ProcessVersion> inForce(UUID categoryId) {
        return Optional.ofNullable(snapshot.get().get(categoryId));
    }

    /** What is asked of whoever reports in that category now. */
    public Questionnaire questionnaire(UUID categoryId) {
        return new Questionnaire(inForce(categoryId)
                .map(version -> version.content().questions())
                .orElse(List.of()));
    }

    void forget() {
        snapshot.forget();
    }

    private Map<UUID, ProcessVersion> read() {
        return versions.listInForce().stream()
                .collect(Collectors.toUnmodifiableMap(ProcessVersion::categoryId, Function.identity()));
    }
}
