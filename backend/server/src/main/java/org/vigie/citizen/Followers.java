package org.vigie.citizen;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.ExpiringPersonalData;

/** Who wants to know how a request goes on without having made it. */
@Repository
class Followers implements ExpiringPersonalData {

    record Follower(String email, String locale) {}

    private static final int KEPT_MONTHS = 24;

    private final JdbcClient jdbc;
    private final Clock clock;

    Followers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Following twice is following once. */
    @Transactional
    public void add(UUID requestId, String email, Locale locale) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into citizen.follower (jurisdiction_id, request_id, email, locale, since, removal_on)
                        values (access.current_jurisdiction(), :request, :email, :locale, :now, :removal) on conflict do nothing
                        """)
                .param("request", requestId)
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .param("locale", locale.getLanguage())
                .param("now", Timestamp.from(now))
                .param(
                        "removal",
                        Date.valueOf(LocalDate.ofInstant(
                                        now, CurrentJurisdiction.get().zone())
                                .plusMonths(KEPT_MONTHS)))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Follower> list(UUID requestId) {
        return jdbc.sql("select email, locale from citizen.follower where request_id = :request order by since")
                .param("request", requestId)
                .query((row, n) -> new Follower(row.getString("email"), row.getString("locale")))
                .list();
    }

    @Override
    public String description() {
        return "followers";
    }

    @Override
    @Transactional
    public int removeExpired(LocalDate today) {
        return jdbc.sql("delete from citizen.follower where removal_on < :today")
                .param("today", Date.valueOf(today))
                .update();
    }
}
