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

/** The templates of the jurisdiction that is open. */
@Repository
public class ReplyTemplates {

    private final JdbcClient jdbc;

    ReplyTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<ReplyTemplate> list() {
        return jdbc.sql("select * from reply.template order by category_id nulls last, name, locale")
                .query(ReplyTemplates::read)
                .list();
    }

    /** Those in use for a category: the one that its process names first, then its own, then those in the requester's language. */
    @Transactional(readOnly = true)
    public List<ReplyTemplate> listFor(UUID categoryId, String locale) {
        return jdbc.sql("""
                        select t.* from reply.template t
                        left join catalogue.category c on c.jurisdiction_id = t.jurisdiction_id and c.category_id = :category
                        left join catalogue.process_version v on v.jurisdiction_id = c.jurisdiction_id
                            and v.process_version_id = c.process_version_id
                        where t.active
                          and (t.category_id = :category or t.category_id is null or t.code = v.content ->> 'replyTemplate')
                        order by (t.code = v.content ->> 'replyTemplate') desc nulls last, t.category_id nulls last, t.locale = :locale desc,
                            t.name, t.locale
                        """)
                .param("category", categoryId)
                .param("locale", locale)
                .query(ReplyTemplates::read)
                .list();
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    public ReplyTemplate get(UUID id) {
        return jdbc.sql("select * from reply.template where template_id = :id")
                .param("id", id)
                .query(ReplyTemplates::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("template"));
    }

    /**
     * Adds it, or replaces the one of that id.
     *
     * @throws Refusal template-code-taken when another has its code in the same language
     */
    @Transactional
    public void save(ReplyTemplate template) {
        boolean taken = jdbc.sql(
                                "select count(*) from reply.template where code = :code and locale = :locale and template_id <> :id")
                        .param("code", template.code())
                        .param("locale", template.text().locale())
                        .param("id", template.id())
                        .query(Integer.class)
                        .single()
                > 0;
        if (taken) {
            throw new Refusal(Refusal.Kind.CONFLICT, "template-code-taken", template.code());
        }
        jdbc.sql("""
                        insert into reply.template (jurisdiction_id, template_id, code, name, locale, category_id, subject, body, active)
                        values (access.current_jurisdiction(), :id, :code, :name, :locale, :category, :subject, :body, :active)
                        on conflict (jurisdiction_id, template_id) do update
                        set code = :code, name = :name, locale = :locale, category_id = :category, subject = :subject, body = :body,
                            active = :active
                        """)
                .param("id", template.id())
                .param("code", template.code())
                .param("name", template.name())
                .param("locale", template.text().locale())
                .param("category", template.categoryId().orElse(null))
                .param("subject", template.text().subject())
                .param("body", template.text().body())
                .param("active", template.active())
                .update();
    }

    private static ReplyTemplate read(ResultSet row, int rowNumber) throws SQLException {
        return new ReplyTemplate(
                row.getObject("template_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("category_id", UUID.class)),
                new ReplyText(row.getString("locale"), row.getString("subject"), row.getString("body")),
                row.getBoolean("active"));
    }
}
