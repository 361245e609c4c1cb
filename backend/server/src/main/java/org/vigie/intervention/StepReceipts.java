package org.vigie.intervention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which steps have been received, so that a phone that lost its signal may send one again. */
@Repository
public class StepReceipts {

    /** Proof that a step is stored. */
    public record StepReceipt(UUID receiptId, UUID jobId, Instant receivedAt) {}

    private final JdbcClient jdbc;

    StepReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<StepReceipt> find(UUID receiptId) {
        return jdbc.sql("select * from intervention.step_receipt where receipt_id = :id")
                .param("id", receiptId)
                .query((row, n) -> new StepReceipt(
                        row.getObject("receipt_id", UUID.class),
                        row.getObject("job_id", UUID.class),
                        row.getTimestamp("received_at").toInstant()))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    StepReceipt add(UUID receiptId, UUID jobId, Job.Step step, Instant at) {
        jdbc.sql("""
                        insert into intervention.step_receipt (jurisdiction_id, receipt_id, job_id, step, received_at)
                        values (access.current_jurisdiction(), :id, :job, :step, :at)
                        """)
                .param("id", receiptId)
                .param("job", jobId)
                .param("step", step.name())
                .param("at", Timestamp.from(at))
                .update();
        return new StepReceipt(receiptId, jobId, at);
    }
}
