package org.vigie.intake.photo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;

/** Removes, every hour, photos that no submission took within a day, and files that no photo needs. */
@Component
class PhotoSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoSweep.class);
    private static final Duration KEPT_UNATTACHED = Duration.ofHours(24);

    private final JurisdictionDirectory jurisdictions;
    private final Photos photos;
    private final PhotoFiles files;
    private final Clock clock;

    PhotoSweep(JurisdictionDirectory jurisdictions, Photos photos, PhotoFiles files, Clock clock) {
        this.jurisdictions = jurisdictions;
        this.photos = photos;
        this.files = files;
        this.clock = clock;
    }

    void sweepAll() {
        files.removeUnfinished(clock.instant().minus(KEPT_UNATTACHED));
        for (Jurisdiction jurisdiction : jurisdictions.list()) {
            CurrentJurisdiction.inside(jurisdiction, this::sweep);
        }
    }

    private void sweep() {
        Instant before = clock.instant().minus(KEPT_UNATTACHED);
        int unattached = photos.removeUnattached(before);
        int orphans = files.removeOthers(photos.files(), before);
        if (unattached + orphans > 0) {
            LOG.info(
                    "{}: removed {} photos that nobody attached and {} files that no photo needs",
                    CurrentJurisdiction.get().code(),
                    unattached,
                    orphans);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Hourly {

        @Bean
        RecurringTask<Void> sweepPhotos(PhotoSweep sweep) {
            return Tasks.recurring("sweep-photos", FixedDelay.ofHours(1)).execute((task, context) -> sweep.sweepAll());
        }
    }
}
