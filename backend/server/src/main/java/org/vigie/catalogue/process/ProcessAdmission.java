package org.vigie.catalogue.process;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;

/** Gives a category its first version, as a city that begins with Vigie has agreed on it: nobody reviews it anew. */
@Component
public class ProcessAdmission {

    private final ProcessDrafting drafting;
    private final ProcessPublication publication;
    private final ProcessReferences references;
    private final Clock clock;

    ProcessAdmission(
            ProcessDrafting drafting, ProcessPublication publication, ProcessReferences references, Clock clock) {
        this.drafting = drafting;
        this.publication = publication;
        this.references = references;
        this.clock = clock;
    }

    /**
     * @param change what it says beyond what its category does
     * @throws Refusal process-invalid
     */
    @Transactional
    public void admit(Category category, UnaryOperator<ProcessContent> change) {
        ProcessContent content = change.apply(drafting.current(category));
        List<String> faults = references.read().faults(content);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("process-invalid", String.join("; ", faults));
        }
        ProcessVersion.Hand nobody =
                new ProcessVersion.Hand(Optional.empty(), "", clock.instant().truncatedTo(ChronoUnit.MICROS));
        publication.publish(
                List.of(drafting.begin(Ids.next(), category.id(), content, nobody)), Optional.empty(), nobody);
    }
}
