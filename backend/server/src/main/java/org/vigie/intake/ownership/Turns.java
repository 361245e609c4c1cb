package org.vigie.intake.ownership;

import java.time.Instant;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.RequestNumbers;
import org.vigie.team.Attendance;
import org.vigie.team.Attendances;

/** Lets those who report in the jurisdiction that is open have their numbers and owners one after the other. */
@Repository
public class Turns {

    private final JdbcClient jdbc;
    private final Attendances attendances;

    Turns(JdbcClient jdbc, Attendances attendances) {
        this.jdbc = jdbc;
        this.attendances = attendances;
    }

    /** Waits for everybody who is at it. The last step before the commit if it can be: others wait until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Turn take(Instant receivedAt) {
        ZonedDateTime local = receivedAt.atZone(CurrentJurisdiction.get().zone());
        int year = Year.from(local).getValue();
        Attendance attendance = attendances.read();
        List<OwnerCandidate> candidates = new ArrayList<>();
        List<Integer> number = jdbc.sql("select * from request.take_turn(:year)")
                .param("year", year)
                .query((row, n) -> {
                    UUID id = row.getObject("account_id", UUID.class);
                    if (id != null) {
                        candidates.add(Owners.candidate(
                                row, attendance.nextOnDuty(id, local).map(ZonedDateTime::toInstant)));
                    }
                    return row.getInt("number");
                })
                .list();
        return new Turn(RequestNumbers.format(year, number.getFirst()), new OwnerDeal(candidates));
    }
}
