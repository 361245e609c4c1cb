package org.vigie.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.demo.drawing.CoatOfArms;
import org.vigie.reply.ApprovalChain;
import org.vigie.reply.ApprovalChains;
import org.vigie.reply.Approving;
import org.vigie.reply.ChainStep;
import org.vigie.reply.Drafting;
import org.vigie.reply.Letterhead;
import org.vigie.reply.Letterheads;
import org.vigie.reply.ReplyTemplate;
import org.vigie.reply.ReplyTemplates;
import org.vigie.reply.ReplyText;

/** How Aubrelle answers in due form, and a letter at each step of the way. */
@Component
class Correspondence {

    private final Letterheads letterheads;
    private final ReplyTemplates templates;
    private final ApprovalChains chains;
    private final Drafting drafting;
    private final Approving approving;
    private final CatalogueDraft catalogue;
    private final JdbcClient jdbc;

    Correspondence(
            Letterheads letterheads,
            ReplyTemplates templates,
            ApprovalChains chains,
            Drafting drafting,
            Approving approving,
            CatalogueDraft catalogue,
            JdbcClient jdbc) {
        this.letterheads = letterheads;
        this.templates = templates;
        this.chains = chains;
        this.drafting = drafting;
        this.approving = approving;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
    }

    /** Before the three years: what is owed a letter, who approves it, what it looks like. */
    void agree(Sheets.Letters sheet) {
        letterheads.save(new Letterhead(
                sheet.letterhead().address(),
                sheet.letterhead().contact(),
                sheet.letterhead().place(),
                Optional.of(Letterhead.Logo.of(CoatOfArms.png()))));
        sheet.required().forEach(code -> catalogue.requireFormalReply(code, true));
        sheet.templates()
                .forEach(each -> templates.save(new ReplyTemplate(
                        Ids.next(),
                        each.code(),
                        each.name(),
                        each.category().map(this::category),
                        new ReplyText(each.locale(), each.subject(), each.body()),
                        true)));
        chains.save(new ApprovalChain(Ids.next(), "Réponses formelles", Optional.empty(), steps(sheet.chain())));
    }

    private List<ChainStep> steps(List<Sheets.LetterStep> chain) {
        return IntStream.range(0, chain.size())
                .mapToObj(i -> new ChainStep(
                        i + 1,
                        i == chain.size() - 1 ? ChainStep.Act.SIGN : ChainStep.Act.APPROVE,
                        chain.get(i).title(),
                        chain.get(i).role(),
                        chain.get(i).person().map(name -> person(name).accountId())))
                .toList();
    }

    /** After them: a draft, one letter waiting at each step, and one that was returned. */
    void write(Sheets.Letters sheet) {
        List<SignedInAccount> approvers = sheet.chain().stream()
                .map(step -> step.person()
                        .map(this::person)
                        .orElseGet(() -> somebody(step.role().orElseThrow())))
                .toList();
        UUID author = somebody(Role.FRONT_OFFICE).accountId();
        List<UUID> requests = complaints(approvers.size() + 2);
        for (int i = 0; i < requests.size(); i++) {
            UUID request = requests.get(i);
            drafting.begin(request, Optional.of(template(request)), author);
            if (i <= approvers.size()) {
                int passed = i % approvers.size();
                drafting.submit(request, 1, author);
                IntStream.range(0, passed).forEach(step -> approving.approve(request, step + 2, approvers.get(step)));
            }
        }
        if (requests.size() > approvers.size()) {
            approving.giveBack(
                    requests.get(approvers.size()),
                    2,
                    "Merci de préciser la date de la contre-visite.",
                    approvers.getFirst());
        }
    }

    /** Whose requester is known, those that are owed a letter first, the newest first. */
    private List<UUID> complaints(int howMany) {
        return jdbc.sql("""
                        select r.request_id
                        from request.request r
                        join catalogue.category c using (jurisdiction_id, category_id)
                        join request.requester q using (jurisdiction_id, request_id)
                        where r.kind in ('COMPLAINT', 'QUESTION') and r.state in ('ASSIGNED', 'IN_PROGRESS', 'RESOLVED')
                          and (q.email is not null or q.phone is not null)
                        order by c.formal_reply_required desc, r.kind, r.received_at desc, r.request_id limit :most
                        """)
                .param("most", howMany)
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }

    private UUID template(UUID request) {
        return jdbc.sql("""
                        select t.template_id from reply.template t join request.request r using (jurisdiction_id)
                        where r.request_id = :id and t.locale = 'fr' and (t.category_id = r.category_id or t.category_id is null)
                        order by t.category_id nulls last limit 1
                        """).param("id", request).query(UUID.class).single();
    }

    private UUID category(String code) {
        return jdbc.sql("select category_id from catalogue.category where code = :code")
                .param("code", code)
                .query(UUID.class)
                .single();
    }

    private SignedInAccount person(String name) {
        return account("display_name = :value", name);
    }

    private SignedInAccount somebody(Role role) {
        return account("role = :value", role.name());
    }

    private SignedInAccount account(String condition, String value) {
        UUID jurisdiction = CurrentJurisdiction.get().id();
        return jdbc.sql("select account_id, display_name, role from access.account where " + condition
                        + " order by account_id limit 1")
                .param("value", value)
                .query((row, n) -> new SignedInAccount(
                        row.getObject("account_id", UUID.class),
                        jurisdiction,
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role"))))
                .single();
    }
}
