package org.vigie.request;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Looks, every five minutes, for numbers that a service drew before it died: the next who report get them. */
@Configuration(proxyBeanMethods = false)
class UnusedNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedNumbers.class);

    /** No report takes so long. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> findUnusedNumbers(
            JurisdictionDirectory directory, TransactionTemplate transaction, JdbcClient jdbc) {
        return Tasks.recurring("find-unused-numbers", FixedDelay.of(BETWEEN_LOOKS))
                .execute((task, context) -> directory
                        .list()
                        .forEach(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> {
                            transaction.executeWithoutResult(status -> look(jdbc, jurisdiction.code()));
                        })));
    }

    private static void look(JdbcClient jdbc, String code) {
        int found = jdbc.sql("select request.find_unused_numbers(make_interval(secs => :seconds))")
                .param("seconds", BETWEEN_LOOKS.toSeconds())
                .query(Integer.class)
                .single();
        if (found > 0) {
            LOG.info("{} numbers of {} were drawn and not used: they are given out again", found, code);
        }
    }
}
