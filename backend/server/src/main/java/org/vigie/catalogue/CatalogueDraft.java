package org.vigie.catalogue;

import java.time.LocalTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;

/** Writes the catalogue of the jurisdiction that is open. What is there already, by code or name, stays as it is. */
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
        jdbc.sql("""
                        insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, keywords, glyph, kind,
                            is_private, is_urgent, duplicate_radius_metres, acknowledge_minutes, on_site_minutes, resolve_minutes, reply_minutes, position)
                        values (access.current_jurisdiction(), :id, :domain, :service, :code, :name, :keywords, :glyph, :kind,
                            :private, :urgent, :radius, :acknowledge, :onSite, :resolve, :reply, (select count(*) from catalogue.category))
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
                .param("acknowledge", category.promises().acknowledgeMinutes())
                .param("onSite", category.promises().onSiteMinutes().orElse(null))
                .param("resolve", category.promises().resolveMinutes().orElse(null))
                .param("reply", category.promises().replyMinutes())
                .update();
        return id("category", "code", category.code());
    }

    /** Says whether requests of a category, named by its code, are closed only after a formal reply. */
    @Transactional
    public void requireFormalReply(String categoryCode, boolean required) {
        jdbc.sql("update catalogue.category set formal_reply_required = :required where code = :code")
                .param("required", required)
                .param("code", categoryCode)
                .update();
    }

    @Transactional
    public void referent(UUID accountId, UUID serviceId) {
        jdbc.sql("""
                        insert into catalogue.referent (jurisdiction_id, account_id, service_id)
                        values (access.current_jurisdiction(), :account, :service) on conflict do nothing
                        """).param("account", accountId).param("service", serviceId).update();
    }

    /** @param isoWeekday 1 Monday to 7 Sunday; {@code opens} and {@code closes} in the zone of the jurisdiction */
    @Transactional
    public void opening(int isoWeekday, LocalTime opens, LocalTime closes) {
        jdbc.sql("""
                        insert into catalogue.opening_hours (jurisdiction_id, iso_weekday, opens, closes)
                        values (access.current_jurisdiction(), :weekday, :opens, :closes) on conflict do nothing
                        """)
                .param("weekday", isoWeekday)
                .param("opens", opens)
                .param("closes", closes)
                .update();
    }

    private UUID id(String table, String column, String value) {
        return jdbc.sql("select %1$s_id from catalogue.%1$s where %2$s = :value".formatted(table, column))
                .param("value", value)
                .query(UUID.class)
                .single();
    }
}
