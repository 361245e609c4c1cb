package org.vigie.catalogue;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;

/**
 * Writes the catalogue of the jurisdiction that is open. What is there already, by code or name, stays as it is. For categories that have
 * no version of a process yet: what such a version says is changed by the next one.
 */
@Repository
public class CatalogueDraft {

    private final JdbcClient jdbc;

    CatalogueDraft(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public UUID organisation(String name) {
        jdbc.sql("""
                        insert into catalogue.organisation (jurisdiction_id, organisation_id, name)
                        values (access.current_jurisdiction(), :id, :name) on conflict (jurisdiction_id, name) do nothing
                        """).param("id", Ids.next()).param("name", name).update();
        return id("organisation", "name", name);
    }

    @Transactional
    public UUID service(UUID organisationId, String code, String name) {
        jdbc.sql("""
                        insert into catalogue.service (jurisdiction_id, service_id, organisation_id, code, name)
                        values (access.current_jurisdiction(), :id, :organisation, :code, :name)
                        on conflict (jurisdiction_id, code) do nothing
                        """)
                .param("id", Ids.next())
                .param("organisation", organisationId)
                .param("code", code)
                .param("name", name)
                .update();
        return id("service", "code", code);
    }

    @Transactional
    public UUID domain(String code, String name, String glyph) {
        jdbc.sql("""
                        insert into catalogue.domain (jurisdiction_id, domain_id, code, name, glyph, position)
                        values (access.current_jurisdiction(), :id, :code, :name, :glyph, (select count(*) from catalogue.domain))
                        on conflict (jurisdiction_id, code) do nothing
                        """)
                .param("id", Ids.next())
                .param("code", code)
                .param("name", name)
                .param("glyph", glyph)
                .update();
        return id("domain", "code", code);
    }

    /** Adds a category to the domain that it names by code. */
    @Transactional
    public UUID category(Category category) {
        int added = jdbc.sql("""
                        insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, keywords, glyph, kind,
                            is_private, is_urgent, duplicate_radius_metres, position)
                        values (access.current_jurisdiction(), :id, :domain, :service, :code, :name, :keywords, :glyph, :kind,
                            :private, :urgent, :radius, (select count(*) from catalogue.category))
                        on conflict (jurisdiction_id, code) do nothing
                        """)
                .param("id", category.id())
                .param("domain", id("domain", "code", category.domainCode()))
                .param("service", category.service().id())
                .param("code", category.code())
                .param("name", category.name())
                .param("keywords", category.keywords())
                .param("glyph", category.glyph())
                .param("kind", category.kind().name())
                .param("private", category.isPrivate())
                .param("urgent", category.isUrgent())
                .param("radius", category.duplicateRadiusMetres())
                .update();
        UUID id = id("category", "code", category.code());
        if (added == 1) {
            category.promises().made().forEach((commitment, promise) -> promise(id, commitment, promise));
        }
        return id;
    }

    /** Promises it from now on. Requests that run keep what they began with. */
    @Transactional
    public void promise(UUID categoryId, Commitment commitment, Promise promise) {
        jdbc.sql("""
                        insert into catalogue.promise (jurisdiction_id, category_id, commitment, amount, unit, calendar_id, warning_kind,
                            warning_value)
                        values (access.current_jurisdiction(), :category, :commitment, :amount, :unit, :calendar, :kind, :value)
                        on conflict (jurisdiction_id, category_id, commitment) do update
                        set amount = excluded.amount, unit = excluded.unit, calendar_id = excluded.calendar_id,
                            warning_kind = excluded.warning_kind, warning_value = excluded.warning_value
                        """)
                .param("category", categoryId)
                .param("commitment", commitment.name())
                .param("amount", promise.length().amount())
                .param("unit", promise.length().unit().name())
                .param("calendar", promise.calendar().id().orElse(null))
                .param("kind", promise.warning().map(rule -> rule.kind().name()).orElse(null))
                .param("value", promise.warning().map(rule -> rule.value()).orElse(null))
                .update();
    }

    /** Promises it no more. */
    @Transactional
    public void withdrawPromise(UUID categoryId, Commitment commitment) {
        jdbc.sql("delete from catalogue.promise where category_id = :category and commitment = :commitment")
                .param("category", categoryId)
                .param("commitment", commitment.name())
                .update();
    }

    /** Says whether requests of a category, named by its code, are closed only after a formal reply. */
    @Transactional
    public void requireFormalReply(String categoryCode, boolean required) {
        jdbc.sql("update catalogue.category set formal_reply_required = :required where code = :code")
                .param("required", required)
                .param("code", categoryCode)
                .update();
    }

    /** Names a referent of a service for every category, everywhere. */
    @Transactional
    public void referent(UUID accountId, UUID serviceId) {
        referent(accountId, serviceId, ReferentScope.EVERYTHING);
    }

    /** Names a referent of a service for part of its work. */
    @Transactional
    public void referent(UUID accountId, UUID serviceId, ReferentScope scope) {
        jdbc.sql("""
                        insert into catalogue.referent (jurisdiction_id, account_id, service_id, category_id, sector_id, deputy_account_id)
                        values (access.current_jurisdiction(), :account, :service, :category, :sector, :deputy) on conflict do nothing
                        """)
                .param("account", accountId)
                .param("service", serviceId)
                .param("category", scope.categoryId().orElse(null))
                .param("sector", scope.sectorId().orElse(null))
                .param("deputy", scope.deputyId().orElse(null))
                .update();
    }

    private UUID id(String table, String column, String value) {
        return jdbc.sql("select %1$s_id from catalogue.%1$s where %2$s = :value".formatted(table, column))
                .param("value", value)
                .query(UUID.class)
                .single();
    }
}
