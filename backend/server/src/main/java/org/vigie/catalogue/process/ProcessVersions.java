package org.vigie.catalogue.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** The versions of the processes of the jurisdiction that is open. */
@Repository
public class ProcessVersions {

    private static final String SELECT = """
            select v.*, d.display_name as drafted_name, r.display_name as reviewed_name, p.display_name as published_name
            from catalogue.process_version v
            left join access.account d on d.jurisdiction_id = v.jurisdiction_id and d.account_id = v.drafted_by
            left join access.account r on r.jurisdiction_id = v.jurisdiction_id and r.account_id = v.reviewed_by
            left join access.account p on p.jurisdiction_id = v.jurisdiction_id and p.account_id = v.published_by
            """;

    private final JdbcClient jdbc;

    ProcessVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    public ProcessVersion get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("process version"));
    }

    @Transactional(readOnly = true)
    public Optional<ProcessVersion> find(UUID id) {
        return jdbc.sql(SELECT + "where v.process_version_id = :id")
                .param("id", id)
                .query(ProcessVersions::read)
                .optional();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ProcessVersion> list(UUID categoryId) {
        return jdbc.sql(SELECT + "where v.category_id = :category order by v.version_number desc")
                .param("category", categoryId)
                .query(ProcessVersions::read)
                .list();
    }

    /** The newest of every category that has one. */
    @Transactional(readOnly = true)
    public List<ProcessVersion> listNewest() {
        return jdbc.sql(SELECT + """
                        where not exists (select from catalogue.process_version n where n.jurisdiction_id = v.jurisdiction_id
                            and n.category_id = v.category_id and n.version_number > v.version_number)
                        """).query(ProcessVersions::read).list();
    }

    /** Those that are or were in force, by the categories that they are of now. */
    @Transactional(readOnly = true)
    List<ProcessVersion> listInForce() {
        return jdbc.sql(SELECT + """
                        join catalogue.category c on c.jurisdiction_id = v.jurisdiction_id and c.process_version_id = v.process_version_id
                        """).query(ProcessVersions::read).list();
    }

    /**
     * Reads a version to change it.
     *
     * @param revision that the caller has seen
     * @throws Refusal not-found, process-is-published, process-changed-meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    ProcessVersion getToChange(UUID id, int revision) {
        jdbc.sql("select from catalogue.process_version where process_version_id = :id for update")
                .param("id", id)
                .query(row -> {});
        ProcessVersion version = get(id);
        version.refuseWhenPublished();
        if (version.revision() != revision) {
            throw new Refusal(Refusal.Kind.CHANGED_MEANWHILE, "process-changed-meanwhile");
        }
        return version;
    }

    /** Adds drafts of one hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(List<ProcessVersion> drafts, ProcessVersion.Hand hand) {
        jdbc.sql("""
                        insert into catalogue.process_version
                            (jurisdiction_id, process_version_id, category_id, version_number, state, content, drafted_by, drafted_at)
                        select access.current_jurisdiction(), v.id, v.category, v.number, 'DRAFT', v.content, :by, :at
                        from jsonb_to_recordset(cast(:drafts as jsonb)) v (id uuid, category uuid, number int, content jsonb)
                        """)
                .param(
                        "drafts",
                        Rows.of(
                                drafts,
                                version -> Map.of(
                                        "id", version.id(),
                                        "category", version.categoryId(),
                                        "number", version.number(),
                                        "content", ContentJson.MAPPER.valueToTree(version.content()))))
                .param("by", hand.accountId().orElse(null), Types.OTHER)
                .param("at", Timestamp.from(hand.at()))
                .update();
    }

    /** What was reviewed is a draft again once its words change. */
    @Transactional(propagation = Propagation.MANDATORY)
    void rewrite(UUID id, ProcessContent content, ProcessVersion.Hand hand) {
        jdbc.sql("""
                        update catalogue.process_version
                        set content = cast(:content as jsonb), state = 'DRAFT', reviewed_by = null, reviewed_at = null,
                            drafted_by = :by, drafted_at = :at, revision = revision + 1
                        where process_version_id = :id
                        """)
                .param("id", id)
                .param("content", ContentJson.write(content))
                .param("by", hand.accountId().orElse(null))
                .param("at", Timestamp.from(hand.at()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void review(UUID id, ProcessVersion.Hand hand) {
        jdbc.sql("""
                        update catalogue.process_version
                        set state = 'REVIEWED', reviewed_by = :by, reviewed_at = :at, revision = revision + 1
                        where process_version_id = :id
                        """)
                .param("id", id)
                .param("by", hand.accountId().orElse(null))
                .param("at", Timestamp.from(hand.at()))
                .update();
    }

    /** One of these categories whose published version begins to hold after that. */
    Optional<ProcessVersion> findHoldingAfter(List<UUID> categoryIds, Instant from) {
        return jdbc.sql(SELECT + "where v.category_id = any(:categories) and v.holds_from > :from limit 1")
                .param("categories", categoryIds.toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .query(ProcessVersions::read)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void publish(List<UUID> ids, ProcessVersion.Hand hand, Instant holdsFrom) {
        jdbc.sql("""
                        update catalogue.process_version
                        set state = 'PUBLISHED', published_by = :by, published_at = :at, holds_from = :from,
                            reviewed_at = coalesce(reviewed_at, :at), revision = revision + 1
                        where process_version_id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("by", hand.accountId().orElse(null))
                .param("at", Timestamp.from(hand.at()))
                .param("from", Timestamp.from(holdsFrom))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(UUID id) {
        jdbc.sql("delete from catalogue.process_version where process_version_id = :id")
                .param("id", id)
                .update();
    }

    private static ProcessVersion read(ResultSet row, int rowNumber) throws SQLException {
        return new ProcessVersion(
                row.getObject("process_version_id", UUID.class),
                row.getObject("category_id", UUID.class),
                row.getInt("version_number"),
                ProcessVersion.State.valueOf(row.getString("state")),
                ContentJson.read(row.getString("content")),
                new ProcessVersion.Hands(
                        hand(row, "drafted").orElseThrow(), hand(row, "reviewed"), hand(row, "published")),
                Optional.ofNullable(row.getTimestamp("holds_from")).map(Timestamp::toInstant),
                row.getInt("revision"));
    }

    private static Optional<ProcessVersion.Hand> hand(ResultSet row, String act) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(act + "_at");
        @Nullable UUID account = row.getObject(act + "_by", UUID.class);
        String name = Objects.requireNonNullElse(row.getString(act + "_name"), "");
        return Optional.ofNullable(at)
                .map(when -> new ProcessVersion.Hand(Optional.ofNullable(account), name, when.toInstant()));
    }
}
