package org.vigie.intake.ownership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.team.Attendance;
import org.vigie.team.Attendances;

/** Who may follow requests in the jurisdiction that is open, and how much each follows. */
@Repository
public class Owners {

    private final JdbcClient jdbc;
    private final Attendances attendances;
    private final MessageSource texts;

    Owners(JdbcClient jdbc, Attendances attendances, MessageSource texts) {
        this.jdbc = jdbc;
        this.attendances = attendances;
        this.texts = texts;
    }

    /** By rank, then by name. */
    @Transactional(readOnly = true)
    public List<OwnerCandidate> list(Instant at) {
        Attendance attendance = attendances.read();
        ZonedDateTime local = at.atZone(CurrentJurisdiction.get().zone());
        return jdbc.sql("""
                        select a.account_id, a.display_name, a.role, request.owner_rank(a.role) as rank, coalesce(owned.load, 0) as load
                        from access.account a
                        left join (
                            select l.owner_account_id, sum(l.load) as load from request.owner_load l
                            where l.jurisdiction_id = access.current_jurisdiction()
                            group by l.owner_account_id) owned on owned.owner_account_id = a.account_id
                        where a.active and request.owner_rank(a.role) is not null
                        order by rank, a.display_name, a.account_id
                        """)
                .query((row, n) -> candidate(
                        row,
                        attendance
                                .nextOnDuty(row.getObject("account_id", UUID.class), local)
                                .map(ZonedDateTime::toInstant)))
                .list();
    }

    static OwnerCandidate candidate(ResultSet row, Optional<Instant> nextOnDuty) throws SQLException {
        return new OwnerCandidate(
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getInt("rank"),
                nextOnDuty,
                row.getInt("load"));
    }

    /** Deals out what comes in at that moment, by the loads of now. */
    @Transactional(readOnly = true)
    public OwnerDeal begin(Instant at) {
        return new OwnerDeal(list(at));
    }

    /** As {@link #begin(Instant)}, leaving some aside. */
    @Transactional(readOnly = true)
    public OwnerDeal beginWithout(Collection<UUID> leftAside, Instant at) {
        return new OwnerDeal(list(at).stream()
                .filter(candidate -> !leftAside.contains(candidate.accountId()))
                .toList());
    }

    /** Why that owner, in the language of the commune, for the history. */
    public String explain(OwnerCandidate owner, Instant at) {
        String key = owner.isOnDutyAt(at) ? "owner.present" : "owner.next";
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        return texts.getMessage(key, new Object[] {owner.name(), owner.load()}, locale);
    }

    /** Somebody who may follow requests; empty for an account that may not. */
    @Transactional(readOnly = true)
    public Optional<OwnerCandidate> find(UUID accountId, Instant at) {
        return list(at).stream()
                .filter(candidate -> candidate.accountId().equals(accountId))
                .findFirst();
    }
}
