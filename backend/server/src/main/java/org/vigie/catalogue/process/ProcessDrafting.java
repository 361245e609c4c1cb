package org.vigie.catalogue.process;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.Category;

/** The way of a version from the one before it to its review. One version of a process is under way at a time. */
@Component
public class ProcessDrafting {

    private final ProcessVersions versions;
    private final Processes processes;
    private final StandingProcess standing;
    private final ProcessReferences references;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessDrafting(
            ProcessVersions versions,
            Processes processes,
            StandingProcess standing,
            ProcessReferences references,
            JdbcClient jdbc,
            Clock clock) {
        this.versions = versions;
        this.processes = processes;
        this.standing = standing;
        this.references = references;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds in a category now: its version in force, else the newest of one that never was, else what its columns say. */
    @Transactional(readOnly = true)
    public ProcessContent current(Category category) {
        return processes
                .inForce(category.id())
                .map(version -> standing.asPromised(version.content(), category))
                .or(() -> versions.list(category.id()).stream().findFirst().map(ProcessVersion::content))
                .orElseGet(() -> standing.of(category));
    }

    /**
     * Drafts the next version, with what the newest one says: what holds now, or will.
     *
     * @param id made by the caller: the same one again is the same draft
     * @throws Refusal process-draft-exists when another version is under way
     */
    @Transactional
    public ProcessVersion begin(UUID id, Category category, SignedInAccount account) {
        Optional<ProcessVersion> before = versions.find(id);
        if (before.isPresent()) {
            return before.get();
        }
        jdbc.sql("select from catalogue.category where category_id = :id for update")
                .param("id", category.id())
                .query(row -> {});
        keepAsItStood(category);
        ProcessVersion newest = versions.list(category.id()).getFirst();
        boolean holds = processes
                .inForce(category.id())
                .filter(version -> version.id().equals(newest.id()))
                .isPresent();
        ProcessContent content = holds ? standing.asPromised(newest.content(), category) : newest.content();
        return begin(id, category.id(), content, hand(account));
    }

    /** A category that has no version gets its first one from what it says, so that the next has one to be compared with. */
    void keepAsItStood(Category category) {
        if (!versions.list(category.id()).isEmpty()) {
            return;
        }
        ProcessVersion.Hand nobody =
                new ProcessVersion.Hand(Optional.empty(), "", clock.instant().truncatedTo(ChronoUnit.MICROS));
        ProcessVersion first = begin(Ids.next(), category.id(), standing.of(category), nobody);
        versions.publish(List.of(first.id()), nobody, nobody.at());
        jdbc.sql("update catalogue.category set process_version_id = :version where category_id = :id")
                .param("version", first.id())
                .param("id", category.id())
                .update();
        processes.forget();
    }

    /** @throws Refusal process-draft-exists when another version is under way */
    ProcessVersion begin(UUID id, UUID categoryId, ProcessContent content, ProcessVersion.Hand hand) {
        List<ProcessVersion> before = versions.list(categoryId);
        if (before.stream().anyMatch(version -> version.state() != ProcessVersion.State.PUBLISHED)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "process-draft-exists",
                    before.getFirst().number());
        }
        int number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        ProcessVersion version = ProcessVersion.draft(id, categoryId, number, content, hand);
        versions.add(List.of(version), hand);
        return version;
    }

    /**
     * Writes other words; whoever reviewed the ones before has to again.
     *
     * @throws Refusal process-invalid with everything that is wrong, process-is-published, process-changed-meanwhile
     */
    @Transactional
    public void edit(UUID id, int revision, ProcessContent content, SignedInAccount account) {
        ProcessVersion version = versions.getToChange(id, revision);
        if (!content.code().equals(version.content().code())) {
            throw Refusal.invalid("process-code-stays", version.content().code());
        }
        List<String> faults = references.read().faults(content);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("process-invalid", String.join("; ", faults));
        }
        versions.rewrite(id, content, hand(account));
    }

    /**
     * Agrees to it as it stands, for the service whose process it is.
     *
     * @throws Refusal not-referent-of-service when that service has referents and this is none of them
     */
    @Transactional
    public void review(UUID id, int revision, SignedInAccount account) {
        ProcessVersion version = versions.getToChange(id, revision);
        if (!mayReview(version, account)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "not-referent-of-service",
                    version.content().service());
        }
        versions.review(id, hand(account));
    }

    /** A referent of the service; an administrator for one that has no referent yet. */
    @Transactional(readOnly = true)
    public boolean mayReview(ProcessVersion version, SignedInAccount account) {
        List<UUID> referents = jdbc.sql("""
                        select r.account_id from catalogue.referent r join catalogue.service s using (jurisdiction_id, service_id)
                        where s.code = :service
                        """)
                .param("service", version.content().service())
                .query((row, n) -> row.getObject("account_id", UUID.class))
                .list();
        return referents.contains(account.accountId())
                ? account.role() == Role.REFERENT
                : referents.isEmpty() && account.role() == Role.ADMINISTRATOR;
    }

    /** @throws Refusal process-is-published, process-changed-meanwhile */
    @Transactional
    public void discard(UUID id, int revision) {
        versions.getToChange(id, revision);
        versions.remove(id);
    }

    ProcessVersion.Hand hand(SignedInAccount account) {
        return new ProcessVersion.Hand(
                Optional.of(account.accountId()),
                account.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
