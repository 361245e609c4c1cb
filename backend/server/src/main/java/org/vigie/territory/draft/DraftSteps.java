package org.vigie.territory.draft;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The edits of a draft. */
@Repository
public class DraftSteps {

    private final JdbcClient jdbc;

    DraftSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that stand and those undone, in order. */
    @Transactional(readOnly = true)
    public List<DraftStep> list(UUID draftId) {
        return jdbc.sql("""
                        select s.step, s.kind, s.about, s.made_at, a.display_name from territory.draft_step s
                        join access.account a on a.jurisdiction_id = s.jurisdiction_id and a.account_id = s.made_by
                        where s.draft_id = :draft order by s.step
                        """)
                .param("draft", draftId)
                .query((row, n) -> new DraftStep(
                        row.getInt("step"),
                        DraftStep.Kind.valueOf(row.getString("kind")),
                        row.getString("about"),
                        new SectorDraft.By(
                                row.getString("display_name"),
                                row.getObject("made_at", OffsetDateTime.class).toInstant())))
                .list();
    }
}
