package org.vigie.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.Ids;
import org.vigie.demo.drawing.Picture;
import org.vigie.demo.life.Case;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.PhotoIntake;
import org.vigie.intake.photo.Photos;
import org.vigie.request.RequestState;

/** Gives the newest requests a photo each, and some of the repaired ones a second, taken in like any other. */
@Component
class Album {

    private static final int REPORTED = 30;
    private static final int REPAIRED = 6;

    private final PhotoIntake intake;
    private final Photos photos;
    private final JdbcClient jdbc;

    Album(PhotoIntake intake, Photos photos, JdbcClient jdbc) {
        this.intake = intake;
        this.photos = photos;
        this.jdbc = jdbc;
    }

    /** @return how many photos were taken in */
    int fill(List<Case> cases) {
        List<Case> open =
                pictured(cases, REPORTED, each -> each.request().state().isOpen());
        List<Case> repaired = pictured(cases, REPAIRED, each -> each.request().state() == RequestState.RESOLVED);
        Stream.concat(open.stream(), repaired.stream()).forEach(this::showReported);
        repaired.forEach(this::showRepaired);
        return open.size() + 2 * repaired.size();
    }

    /** The newest of them that have something to show and may be shown. */
    private static List<Case> pictured(List<Case> cases, int most, Predicate<Case> wanted) {
        return cases.reversed().stream()
                .filter(each -> !each.category().isPrivate()
                        && Picture.shows(each.category().code()))
                .filter(wanted)
                .limit(most)
                .toList();
    }

    private void showReported(Case each) {
        byte[] jpeg = Picture.of(each.category().code(), seed(each));
        attach(each, jpeg, Photo.Purpose.REPORT, each.request().times().receivedAt());
    }

    private void showRepaired(Case each) {
        Instant at = each.request().times().resolvedAt().orElseThrow();
        attach(each, Picture.after(seed(each)), Photo.Purpose.AFTER, at);
    }

    private void attach(Case each, byte[] jpeg, Photo.Purpose purpose, Instant at) {
        UUID id = Ids.next();
        try {
            intake.receive(id, new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        photos.attach(each.request().id(), List.of(id), purpose, true);
        jdbc.sql("update intake.photo set received_at = :at where photo_id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static long seed(Case each) {
        return each.request().number().hashCode();
    }
}
