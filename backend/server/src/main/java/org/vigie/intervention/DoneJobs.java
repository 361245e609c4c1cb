package org.vigie.intervention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.dispatch.PastJobs;

/** What jobs took that were done. */
@Repository
class DoneJobs implements PastJobs {

    private final JdbcClient jdbc;

    DoneJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PastJob> since(Instant earliest) {
        return jdbc.sql("""
                        select request_id, on_site_at, extract(epoch from ended_at - on_site_at) / 60 as work_minutes,
                            extract(epoch from on_site_at - en_route_at) / 60 as travel_minutes
                        from intervention.job
                        where step = 'DONE' and offered_at >= :earliest and ended_at >= on_site_at
                        """)
                .param("earliest", earliest.atOffset(ZoneOffset.UTC))
                .query(DoneJobs::read)
                .list();
    }

    private static PastJob read(ResultSet row, int rowNumber) throws SQLException {
        double travel = row.getDouble("travel_minutes");
        OptionalDouble way = row.wasNull() || travel < 0 ? OptionalDouble.empty() : OptionalDouble.of(travel);
        return new PastJob(
                row.getObject("request_id", UUID.class),
                row.getObject("on_site_at", OffsetDateTime.class).toInstant(),
                row.getDouble("work_minutes"),
                way);
    }
}
