package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;

/** Skills and means of the jurisdiction that is open: which there are, which teams hold them, which categories ask for them. */
@Repository
public class SkillBook {

    /** How changes of a skill are kept: followed by its id. */
    public static final String SKILLS = "skill/";
    /** How changes of what a team holds are kept: followed by its id. */
    public static final String HELD = "team-skills/";
    /** How changes of what a category asks for are kept: followed by its id. */
    public static final String NEEDED = "category-skills/";

    /** Something one knows, or something one has. */
    public record Skill(UUID id, String code, String name, TeamDraft.SkillKind kind) {}

    private final JdbcClient jdbc;
    private final Coverages coverages;
    private final CategorySkills needed;
    private final SettingChanges changes;

    SkillBook(JdbcClient jdbc, Coverages coverages, CategorySkills needed, SettingChanges changes) {
        this.jdbc = jdbc;
        this.coverages = coverages;
        this.needed = needed;
        this.changes = changes;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Skill> list() {
        return jdbc.sql("select skill_id, code, name, kind from team.skill order by name, code")
                .query((row, n) -> new Skill(
                        row.getObject("skill_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        TeamDraft.SkillKind.valueOf(row.getString("kind"))))
                .list();
    }

    /** By team. */
    @Transactional(readOnly = true)
    public Map<UUID, List<UUID>> held() {
        return ids("select team_id as holder, skill_id from team.team_skill order by skill_id");
    }

    /** By category. */
    @Transactional(readOnly = true)
    public Map<UUID, List<UUID>> needed() {
        return ids("select category_id as holder, skill_id from team.category_skill order by skill_id");
    }

    private Map<UUID, List<UUID>> ids(String sql) {
        return jdbc
                .sql(sql)
                .query((row, n) ->
                        Map.entry(row.getObject("holder", UUID.class), row.getObject("skill_id", UUID.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /**
     * Adds a skill, or changes its name and kind; its code stays, since processes name it.
     *
     * @param seen revision that the caller read; 0 for one that is new
     * @throws Refusal setting-changed-meanwhile, skill-code-taken
     */
    @Transactional
    public void put(Skill skill, int seen, String reason) {
        changes.note(SKILLS + skill.id(), seen, reason);
        try {
            jdbc.sql("""
                            insert into team.skill (jurisdiction_id, skill_id, code, name, kind)
                            values (access.current_jurisdiction(), :id, :code, :name, :kind)
                            on conflict (jurisdiction_id, skill_id) do update set name = excluded.name, kind = excluded.kind
                            """)
                    .param("id", skill.id())
                    .param("code", skill.code())
                    .param("name", skill.name())
                    .param("kind", skill.kind().name())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "skill-code-taken", skill.code());
        }
        coverages.changed();
    }

    /**
     * What a team knows and has, all of it. From then on it is passed over for what asks for more.
     *
     * @throws Refusal setting-changed-meanwhile, not-found, reference-unknown
     */
    @Transactional
    public void hold(UUID teamId, List<UUID> skillIds, int seen, String reason) {
        need("select team_id from team.team where team_id = :id and active for key share", teamId, "team");
        changes.note(HELD + teamId, seen, reason);
        jdbc.sql("delete from team.team_skill where team_id = :team")
                .param("team", teamId)
                .update();
        try {
            skillIds.stream()
                    .distinct()
                    .forEach(skill -> jdbc.sql("""
                            insert into team.team_skill (jurisdiction_id, team_id, skill_id)
                            values (access.current_jurisdiction(), :team, :skill)
                            """)
                            .param("team", teamId)
                            .param("skill", skill)
                            .update());
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        coverages.changed();
    }

    /**
     * What a category asks for, all of it; the next version of its process begins with it.
     *
     * @throws Refusal setting-changed-meanwhile, not-found, reference-unknown
     */
    @Transactional
    public void ask(UUID categoryId, List<UUID> skillIds, int seen, String reason) {
        need("select category_id from catalogue.category where category_id = :id", categoryId, "category");
        changes.note(NEEDED + categoryId, seen, reason);
        List<UUID> wanted = skillIds.stream().distinct().toList();
        List<String> codes = list().stream()
                .filter(skill -> wanted.contains(skill.id()))
                .map(Skill::code)
                .toList();
        if (codes.size() < wanted.size()) {
            throw Refusal.invalid("reference-unknown");
        }
        needed.need(categoryId, codes);
    }

    private void need(String sql, UUID id, String what) {
        if (jdbc.sql(sql).param("id", id).query(UUID.class).optional().isEmpty()) {
            throw Refusal.notFound(what);
        }
    }
}
