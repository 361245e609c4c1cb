package org.vigie.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;

/** Who called before, by telephone number. */
@Repository
public class Callers {

    /** What somebody gave with one request. */
    public record Call(UUID requestId, Requester who, String phone) {}

    private static final int MOST = 20;
    /** Fewer digits would list half the town. */
    private static final int FEWEST_DIGITS = 6;

    private final JdbcClient jdbc;

    Callers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compared by its last nine digits, so that 06 12… and +33 6 12… are one; newest first. */
    @Transactional(readOnly = true)
    public List<Call> list(String phone) {
        String digits = phone.replaceAll("\\D", "");
        if (digits.length() < FEWEST_DIGITS) {
            return List.of();
        }
        return jdbc.sql("""
                        select q.* from request.requester q join request.request r using (jurisdiction_id, request_id)
                        where right(regexp_replace(q.phone, '\\D', '', 'g'), :length) = :digits
                        order by r.received_at desc limit :most
                        """)
                .param("length", Math.min(9, digits.length()))
                .param("digits", digits.substring(Math.max(0, digits.length() - 9)))
                .param("most", MOST)
                .query((row, n) ->
                        new Call(row.getObject("request_id", UUID.class), Requesters.read(row), row.getString("phone")))
                .list();
    }

    /** Requests by the same telephone number or e-mail address since {@code begin}, this one included. */
    @Transactional(readOnly = true)
    public int countThisYear(Requester requester, Instant begin) {
        return jdbc.sql("""
                        select count(*) as n from request.requester q join request.request r using (jurisdiction_id, request_id)
                        where r.received_at >= :begin and (q.phone = :phone or q.email = :email)
                        """)
                .param("begin", Timestamp.from(begin))
                .param("phone", requester.phone().orElse(null))
                .param("email", requester.email().orElse(null))
                .query((row, n) -> row.getInt("n"))
                .single();
    }
}
