package org.vigie.territory.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;

/** The drafts of the jurisdiction that is open. */
@Repository
public class SectorDrafts {

    private static final String SELECT = """
            select d.*, c.display_name as created_name, h.display_name as changed_name,
                (select coalesce(max(s.step), 0) from territory.draft_step s
                    where s.jurisdiction_id = d.jurisdiction_id and s.draft_id = d.draft_id) as last_step
            from territory.sector_draft d
            join access.account c on c.jurisdiction_id = d.jurisdiction_id and c.account_id = d.created_by
            join access.account h on h.jurisdiction_id = d.jurisdiction_id and h.account_id = d.changed_by
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SectorDrafts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Those still open, the last changed first. */
    @Transactional(readOnly = true)
    public List<SectorDraft> list() {
        return jdbc.sql(SELECT
                        + " where d.published_version_id is null and d.discarded_at is null order by d.changed_at desc")
                .query(SectorDrafts::read)
                .list();
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    public SectorDraft get(UUID id) {
        return jdbc.sql(SELECT + " where d.draft_id = :id")
                .param("id", id)
                .query(SectorDrafts::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("sector draft"));
    }

    /**
     * Reads a draft to change it; nobody else changes it before this transaction ends.
     *
     * @param revision that the caller has seen
     * @throws Refusal not-found; draft-closed; draft-changed-meanwhile with who did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    SectorDraft getToChange(UUID id, int revision) {
        SectorDraft draft = jdbc.sql(SELECT + " where d.draft_id = :id for update of d")
                .param("id", id)
                .query(SectorDrafts::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("sector draft"));
        if (!draft.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "draft-closed", draft.name());
        }
        if (draft.revision() != revision) {
            throw new Refusal(
                    Refusal.Kind.CHANGED_MEANWHILE,
                    "draft-changed-meanwhile",
                    draft.changed().name(),
                    draft.changed().at());
        }
        return draft;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    UUID add(UUID setId, UUID basedOn, String name) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into territory.sector_draft (jurisdiction_id, draft_id, sector_set_id, name, based_on_version_id,
                            created_by, created_at, changed_by, changed_at)
                        values (access.current_jurisdiction(), :id, :set, :name, :basedOn, :by, :at, :by, :at)
                        """)
                .param("id", id)
                .param("set", setId)
                .param("name", name)
                .param("basedOn", basedOn)
                .param("by", SignedIn.get().accountId())
                .param("at", now())
                .update();
        return id;
    }

    /** The draft has changed: it gets the next revision, and whoever has it open hears of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(SectorDraft draft, int step) {
        close(draft, step, SectorDraftChanged.What.CHANGED, Optional.empty(), "");
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void published(SectorDraft draft, UUID versionId, String reason) {
        close(draft, draft.step(), SectorDraftChanged.What.PUBLISHED, Optional.of(versionId), reason);
    }

    /** It is kept, with its edits, and no longer listed. @throws Refusal as {@link #get}, draft-closed, draft-changed-meanwhile */
    @Transactional
    public void discard(UUID id, int revision) {
        SectorDraft draft = getToChange(id, revision);
        close(draft, draft.step(), SectorDraftChanged.What.DISCARDED, Optional.empty(), "");
    }

    /** Tells others that the one who is signed in has the draft open. */
    @Transactional
    public void lookAt(UUID id) {
        SectorDraft draft = get(id);
        tell(draft, draft.revision(), SectorDraftChanged.What.OPEN);
    }

    private void close(
            SectorDraft draft, int step, SectorDraftChanged.What what, Optional<UUID> version, String reason) {
        jdbc.sql("""
                        update territory.sector_draft set revision = revision + 1, step = :step, changed_by = :by, changed_at = :at,
                            published_version_id = cast(:version as uuid), published_reason = :reason,
                            discarded_at = case when :discarded then :at end
                        where draft_id = :id
                        """)
                .param("id", draft.id())
                .param("step", step)
                .param("by", SignedIn.get().accountId())
                .param("at", now())
                .param("version", version.map(UUID::toString).orElse(null))
                .param("reason", reason)
                .param("discarded", what == SectorDraftChanged.What.DISCARDED)
                .update();
        tell(draft, draft.revision() + 1, what);
    }

    private void tell(SectorDraft draft, int revision, SectorDraftChanged.What what) {
        SignedInAccount account = SignedIn.get();
        events.publishEvent(new SectorDraftChanged(draft.id(), revision, what, account.accountId(), account.name()));
    }

    OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static SectorDraft read(ResultSet row, int rowNumber) throws SQLException {
        return new SectorDraft(
                row.getObject("draft_id", UUID.class),
                row.getObject("sector_set_id", UUID.class),
                row.getString("name"),
                row.getObject("based_on_version_id", UUID.class),
                row.getInt("revision"),
                row.getInt("step"),
                row.getInt("last_step"),
                new SectorDraft.By(
                        row.getString("created_name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                new SectorDraft.By(
                        row.getString("changed_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                Optional.ofNullable(row.getObject("published_version_id", UUID.class)),
                row.getObject("discarded_at") != null);
    }
}
