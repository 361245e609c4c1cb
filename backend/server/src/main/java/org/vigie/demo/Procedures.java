package org.vigie.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.ContentJson;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.catalogue.process.ProcessDrafting;
import org.vigie.catalogue.process.ProcessVersion;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How Aubrelle deals with what comes in: a process for each category, and two versions that are under way. */
@Component
class Procedures {

    private final Categories categories;
    private final ProcessAdmission admission;
    private final ProcessDrafting drafting;
    private final JdbcClient jdbc;

    Procedures(Categories categories, ProcessAdmission admission, ProcessDrafting drafting, JdbcClient jdbc) {
        this.categories = categories;
        this.admission = admission;
        this.drafting = drafting;
        this.jdbc = jdbc;
    }

    /** After all that its categories say is in place. */
    void agree(Sheets.Procedures sheet) {
        List<Category> offered = categories.listActive();
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        offered.forEach(category -> admission.admit(
                category, standing -> with(standing, sheet.versions().getOrDefault(category.code(), nothing))));
        Map<String, Category> byCode = offered.stream().collect(Collectors.toMap(Category::code, Function.identity()));
        sheet.next().forEach(next -> prepare(java.util.Objects.requireNonNull(byCode.get(next.code())), next));
    }

    private void prepare(Category category, Sheets.NextVersion next) {
        SignedInAccount referent = referent(category.service().id());
        ProcessVersion draft = drafting.begin(Ids.next(), category, referent);
        drafting.edit(draft.id(), draft.revision(), with(draft.content(), next.says()), referent);
        if (next.reviewed()) {
            drafting.review(draft.id(), draft.revision() + 1, referent);
        }
    }

    /** Those who asked lately have answered what they were asked; requests of earlier years had no questions. */
    void answer(Sheets.Procedures sheet) {
        sheet.answers()
                .forEach((code, given) -> jdbc.sql("""
                        update request.request r
                        set process_version_id = c.process_version_id,
                            answers = cast(:given as jsonb) -> (abs(hashtext(r.number)) % :count)
                        from catalogue.category c
                        where c.jurisdiction_id = r.jurisdiction_id and c.category_id = r.category_id and c.code = :code
                          and r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                        """)
                        .param("given", ContentJson.MAPPER.writeValueAsString(given))
                        .param("count", given.size())
                        .param("code", code)
                        .update());
    }

    private static ProcessContent with(ProcessContent content, ObjectNode more) {
        ObjectNode tree = ContentJson.MAPPER.valueToTree(content);
        tree.setAll(more);
        return ContentJson.MAPPER.treeToValue(tree, ProcessContent.class);
    }

    private SignedInAccount referent(UUID serviceId) {
        UUID jurisdiction = CurrentJurisdiction.get().id();
        return jdbc.sql("""
                        select a.account_id, a.display_name from catalogue.referent r join access.account a using (jurisdiction_id, account_id)
                        where r.service_id = :service and a.role = 'REFERENT' order by a.account_id limit 1
                        """)
                .param("service", serviceId)
                .query((row, n) -> new SignedInAccount(
                        row.getObject("account_id", UUID.class),
                        jurisdiction,
                        row.getString("display_name"),
                        Role.REFERENT))
                .single();
    }
}
