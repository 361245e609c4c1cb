package org.vigie.territory.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.SignedIn;
import org.vigie.geo.Ewkb;
import org.vigie.territory.topology.Piece;

/** The sectors of a draft, and what each of its edits replaced. */
@Repository
class DraftSectors {

    private final JdbcClient jdbc;
    private final SectorDrafts drafts;

    DraftSectors(JdbcClient jdbc, SectorDrafts drafts) {
        this.jdbc = jdbc;
        this.drafts = drafts;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Piece> list(UUID draftId) {
        List<Piece> pieces = new ArrayList<>();
        jdbc.sql("""
                        select code, name, priority, st_asewkb(shape) as shape from territory.draft_sector
                        where draft_id = :draft order by code collate "C"
                        """).param("draft", draftId).query(row -> {
            pieces.add(new Piece(
                    pieces.size() + 1L,
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("priority"),
                    (MultiPolygon) Ewkb.read(row.getBytes("shape"))));
        });
        return pieces;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void fill(UUID draftId, List<Piece> pieces) {
        pieces.forEach(piece -> add(draftId, piece));
    }

    /** Stores an edit and forgets those that had been undone before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(SectorDraft draft, Edit edit) {
        int step = draft.step() + 1;
        jdbc.sql("delete from territory.draft_step where draft_id = :draft and step >= :step")
                .param("draft", draft.id())
                .param("step", step)
                .update();
        jdbc.sql("""
                        insert into territory.draft_step (jurisdiction_id, draft_id, step, kind, about, made_by, made_at)
                        values (access.current_jurisdiction(), :draft, :step, :kind, :about, :by, :at)
                        """)
                .param("draft", draft.id())
                .param("step", step)
                .param("kind", edit.kind().name())
                .param("about", edit.about())
                .param("by", SignedIn.get().accountId())
                .param("at", drafts.now())
                .update();
        edit.before().forEach(piece -> keep(draft.id(), step, "BEFORE", piece));
        edit.after().forEach(piece -> keep(draft.id(), step, "AFTER", piece));
        turn(draft.id(), step, "BEFORE", "AFTER");
        drafts.changed(draft, step);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void undo(SectorDraft draft) {
        turn(draft.id(), draft.step(), "AFTER", "BEFORE");
        drafts.changed(draft, draft.step() - 1);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void redo(SectorDraft draft) {
        turn(draft.id(), draft.step() + 1, "BEFORE", "AFTER");
        drafts.changed(draft, draft.step() + 1);
    }

    private void turn(UUID draftId, int step, String from, String to) {
        jdbc.sql("""
                        delete from territory.draft_sector d using territory.draft_step_sector s
                        where d.draft_id = :draft and s.draft_id = :draft and s.step = :step and s.side = :from and s.code = d.code
                        """)
                .param("draft", draftId)
                .param("step", step)
                .param("from", from)
                .update();
        jdbc.sql("""
                        insert into territory.draft_sector (jurisdiction_id, draft_id, code, name, priority, shape)
                        select jurisdiction_id, draft_id, code, name, priority, shape from territory.draft_step_sector
                        where draft_id = :draft and step = :step and side = :to
                        """)
                .param("draft", draftId)
                .param("step", step)
                .param("to", to)
                .update();
    }

    private void add(UUID draftId, Piece piece) {
        with(piece, jdbc.sql("""
                        insert into territory.draft_sector (jurisdiction_id, draft_id, code, name, priority, shape)
                        values (access.current_jurisdiction(), :draft, :code, :name, :priority, st_geomfromewkb(:shape))
                        """)).param("draft", draftId).update();
    }

    private void keep(UUID draftId, int step, String side, Piece piece) {
        with(piece, jdbc.sql("""
                        insert into territory.draft_step_sector (jurisdiction_id, draft_id, step, side, code, name, priority, shape)
                        values (access.current_jurisdiction(), :draft, :step, :side, :code, :name, :priority, st_geomfromewkb(:shape))
                        """))
                .param("draft", draftId)
                .param("step", step)
                .param("side", side)
                .update();
    }

    private static JdbcClient.StatementSpec with(Piece piece, JdbcClient.StatementSpec statement) {
        return statement
                .param("code", piece.code())
                .param("name", piece.name())
                .param("priority", piece.priority())
                .param("shape", Ewkb.write(piece.shape()));
    }
}
