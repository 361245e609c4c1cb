package org.vigie.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.Role;

/** The approval chains of the jurisdiction that is open. */
@Repository
public class ApprovalChains {

    private record Head(UUID id, String name, Optional<UUID> categoryId) {}

    private final JdbcClient jdbc;

    ApprovalChains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<ApprovalChain> list() {
        return jdbc
                .sql("select * from reply.approval_chain order by category_id nulls first, name")
                .query(ApprovalChains::head)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** The chain that the category's process names, else the category's own, else the general one. */
    @Transactional(readOnly = true)
    public Optional<ApprovalChain> findFor(UUID categoryId) {
        return jdbc.sql("""
                        select a.* from reply.approval_chain a
                        left join catalogue.category c on c.jurisdiction_id = a.jurisdiction_id and c.category_id = :category
                        left join catalogue.process_version v on v.jurisdiction_id = c.jurisdiction_id
                            and v.process_version_id = c.process_version_id
                        where a.category_id = :category or a.category_id is null or a.name = v.content ->> 'approvalChain'
                        order by (a.name = v.content ->> 'approvalChain') desc nulls last, a.category_id nulls last limit 1
                        """)
                .param("category", categoryId)
                .query(ApprovalChains::head)
                .optional()
                .map(this::whole);
    }

    /**
     * Adds it, or replaces the one of that id. Letters that were submitted keep the chain they were submitted to.
     *
     * @throws Refusal chain-exists when the category has another one
     */
    @Transactional
    public void save(ApprovalChain chain) {
        boolean taken = jdbc.sql("""
                        select count(*) from reply.approval_chain where category_id is not distinct from :category and chain_id <> :id
                        """)
                        .param("category", chain.categoryId().orElse(null), java.sql.Types.OTHER)
                        .param("id", chain.id())
                        .query(Integer.class)
                        .single()
                > 0;
        if (taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "chain-exists");
        }
        jdbc.sql("""
                        insert into reply.approval_chain (jurisdiction_id, chain_id, name, category_id)
                        values (access.current_jurisdiction(), :id, :name, :category)
                        on conflict (jurisdiction_id, chain_id) do update set name = :name, category_id = :category
                        """)
                .param("id", chain.id())
                .param("name", chain.name())
                .param("category", chain.categoryId().orElse(null), java.sql.Types.OTHER)
                .update();
        jdbc.sql("delete from reply.approval_chain_step where chain_id = :id")
                .param("id", chain.id())
                .update();
        for (ChainStep step : chain.steps()) {
            add(chain.id(), step);
        }
    }

    private void add(UUID chainId, ChainStep step) {
        jdbc.sql("""
                        insert into reply.approval_chain_step (jurisdiction_id, chain_id, step_number, act, title, role, account_id)
                        values (access.current_jurisdiction(), :chain, :number, :act, :title, :role, :account)
                        """)
                .param("chain", chainId)
                .param("number", step.number())
                .param("act", step.act().name())
                .param("title", step.title())
                .param("role", step.role().map(Enum::name).orElse(null))
                .param("account", step.accountId().orElse(null))
                .update();
    }

    private ApprovalChain whole(Head head) {
        List<ChainStep> steps = jdbc.sql(
                        "select * from reply.approval_chain_step where chain_id = :chain order by step_number")
                .param("chain", head.id())
                .query(ApprovalChains::step)
                .list();
        return new ApprovalChain(head.id(), head.name(), head.categoryId(), steps);
    }

    private static Head head(ResultSet row, int rowNumber) throws SQLException {
        return new Head(
                row.getObject("chain_id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("category_id", UUID.class)));
    }

    static ChainStep step(ResultSet row, int rowNumber) throws SQLException {
        return new ChainStep(
                row.getInt("step_number"),
                ChainStep.Act.valueOf(row.getString("act")),
                row.getString("title"),
                Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                Optional.ofNullable(row.getObject("account_id", UUID.class)));
    }
}
