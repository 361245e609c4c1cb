package org.vigie.dispatch.transmission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.request.Request;
import org.vigie.team.Deputies;

/** Whose requests somebody follows and answers for: their own, and those of people who are away and whose deputy they are. */
@Repository
public class Inboxes {

    private static final Set<Role> OF_EVERY_SERVICE = EnumSet.of(Role.HEAD, Role.ADMINISTRATOR);

    /**
     * A part of a service's work, by what pages show of it.
     *
     * @param category code; null: every category
     * @param sector code; null: everywhere
     */
    public record Scope(
            String service,
            @Nullable String category,
            @Nullable String sector) {}

    private final JdbcClient jdbc;
    private final Deputies deputies;
    private final Clock clock;

    Inboxes(JdbcClient jdbc, Deputies deputies, Clock clock) {
        this.jdbc = jdbc;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** That account, and those whose deputy it is today. */
    @Transactional(readOnly = true)
    public List<UUID> people(UUID accountId) {
        List<UUID> people = new ArrayList<>(List.of(accountId));
        deputies.principals(accountId, today()).forEach(absent -> people.add(absent.accountId()));
        return people;
    }

    /** Heads and administrators answer for every service. */
    public static boolean answersForAll(Role role) {
        return OF_EVERY_SERVICE.contains(role);
    }

    @Transactional(readOnly = true)
    public List<Scope> scopes(UUID accountId) {
        return jdbc.sql("""
                        select distinct v.name as service, c.code as category, s.code as sector
                        from catalogue.referent f
                        join catalogue.service v using (jurisdiction_id, service_id)
                        left join catalogue.category c on c.jurisdiction_id = f.jurisdiction_id and c.category_id = f.category_id
                        left join territory.sector s on s.jurisdiction_id = f.jurisdiction_id and s.sector_id = f.sector_id
                        where f.account_id in (:people) or f.deputy_account_id = :me
                        order by service, category, sector
                        """)
                .param("people", people(accountId))
                .param("me", accountId)
                .query((row, n) ->
                        new Scope(row.getString("service"), row.getString("category"), row.getString("sector")))
                .list();
    }

    /** Whether somebody may say yes or no for the service that a request is with. */
    @Transactional(readOnly = true)
    public boolean answersFor(SignedInAccount account, Request request) {
        if (account.role() != Role.REFERENT) {
            return answersForAll(account.role());
        }
        return jdbc.sql("""
                        select exists (
                            select from catalogue.referent f
                            where f.service_id = :service and (f.category_id is null or f.category_id = :category)
                                and (f.sector_id is null or f.sector_id = cast(:sector as uuid))
                                and (f.account_id in (:people) or f.deputy_account_id = :me))
                        """)
                .param("service", request.assignment().serviceId())
                .param("category", request.categoryId())
                .param("sector", request.place().sectorId().orElse(null))
                .param("people", people(account.accountId()))
                .param("me", account.accountId())
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone());
    }
}
