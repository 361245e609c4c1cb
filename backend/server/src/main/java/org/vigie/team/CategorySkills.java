package org.vigie.team;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.process.NeededSkills;

/** What {@code catalogue} says of skills and means, kept where teams' own are. */
@Repository
class CategorySkills implements NeededSkills {

    private final JdbcClient jdbc;
    private final Coverages coverages;

    CategorySkills(JdbcClient jdbc, Coverages coverages) {
        this.jdbc = jdbc;
        this.coverages = coverages;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> known() {
        return Set.copyOf(jdbc.sql("select code from team.skill")
                .query((row, n) -> row.getString("code"))
                .set());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> of(UUID categoryId) {
        return jdbc.sql("""
                        select s.code from team.category_skill n join team.skill s using (jurisdiction_id, skill_id)
                        where n.category_id = :category order by s.code collate "C"
                        """)
                .param("category", categoryId)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void need(UUID categoryId, List<String> codes) {
        if (of(categoryId).equals(codes.stream().sorted().toList())) {
            return;
        }
        jdbc.sql("delete from team.category_skill where category_id = :category")
                .param("category", categoryId)
                .update();
        codes.forEach(code ->
                jdbc.sql("""
                        insert into team.category_skill (jurisdiction_id, category_id, skill_id)
                        select jurisdiction_id, :category, skill_id from team.skill where code = :code
                        """).param("category", categoryId).param("code", code).update());
        coverages.changed();
    }
}
