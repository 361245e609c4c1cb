package org.vigie.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.dispatch.Audience;
import org.vigie.map.PublishedCity;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestChanged;
import org.vigie.testing.ServiceTest;

/** Who hears of which change. */
@ServiceTest
@Import(PublishedCity.class)
class LivePrivacyTest extends LiveTown {

    @Test
    void thePublicNeverHearsOfAPrivateRequest() throws Exception {
        UUID secret = city.request(town, "complaint", 2.05, 47.05);
        UUID open = city.request(town, "pothole", 2.05, 47.05);
        try (Subscription screen = open(feed, OptionalLong.empty())) {
            next(screen);
            // A message needs its line of history, which other steps read; reclassifying comes below.
            for (HistoryEntry.Kind kind :
                    EnumSet.complementOf(EnumSet.of(HistoryEntry.Kind.MESSAGE, HistoryEntry.Kind.RECLASSIFIED))) {
                change(secret, "hidden", kind, 0, false);
            }
            change(open, "shown", HistoryEntry.Kind.UPDATED, 0, false);
            assertThat(text(next(screen))).contains(open.toString(), "shown").doesNotContain(secret.toString());
            // After what is known to be private, being filed elsewhere among the private tells nothing either.
            change(secret, "hidden", HistoryEntry.Kind.RECLASSIFIED, 0, false);
            change(open, "shown again", HistoryEntry.Kind.UPDATED, 0, false);
            assertThat(text(next(screen))).contains("shown again");
        }
        try (Subscription resumed = open(feed, OptionalLong.of(0))) {
            next(resumed);
            assertThat(text(next(resumed))).contains(open.toString());
            assertThat(text(next(resumed))).contains(open.toString());
        }
    }

    @Test
    void aPrivateRequestOfWhichNoEventIsLeftIsNotHeardOfWhenItIsFiledElsewhere() throws Exception {
        UUID secret = city.request(town, "complaint", 2.05, 47.05);
        UUID open = city.request(town, "pothole", 2.05, 47.05);
        try (Subscription screen = open(feed, OptionalLong.empty())) {
            next(screen);
            change(secret, "hidden", HistoryEntry.Kind.RECLASSIFIED, 0, false);
            change(open, "shown", HistoryEntry.Kind.UPDATED, 0, false);
            assertThat(text(next(screen))).contains("shown").doesNotContain(secret.toString());
        }
    }

    @Test
    void aRequestThatIsFiledAsPrivateDisappears() throws Exception {
        UUID request = city.request(town, "pothole", 2.05, 47.05);
        try (Subscription screen = open(feed, OptionalLong.empty())) {
            next(screen);
            city.write(town, "update request.request set is_private = true where request_id = '" + request + "'");
            CurrentJurisdiction.inside(
                    town,
                    () -> transaction.executeWithoutResult(status -> publisher.publishEvent(new RequestChanged(
                            request, line(HistoryEntry.Kind.RECLASSIFIED), new UUID(0, 1), null, null, true))));
            assertThat(text(next(screen))).contains("\"card\":null", request.toString());
        }
    }

    @Test
    void aRequestThatIsRejectedDisappears() throws Exception {
        UUID request = city.request(town, "pothole", 2.05, 47.05);
        try (Subscription screen = open(feed, OptionalLong.empty())) {
            next(screen);
            city.write(town, "update request.request set state = 'REJECTED' where request_id = '" + request + "'");
            change(request, "gone", HistoryEntry.Kind.REJECTED, 0, false);
            assertThat(text(next(screen))).contains("\"card\":null", request.toString());
        }
    }

    @Test
    void aTeamSeesWhatIsItsOwnAndHearsOnceWhatLeavesIt() {
        UUID ours = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        Viewer crew = new Viewer(town, Audience.FIELD, Set.of(ours));
        assertThat(crew.of(event(ours, null))).isEqualTo(Viewer.Told.CARD);
        assertThat(crew.of(event(ours, theirs))).isEqualTo(Viewer.Told.CARD);
        assertThat(crew.of(event(theirs, ours))).isEqualTo(Viewer.Told.REMOVAL);
        assertThat(crew.of(event(theirs, null))).isEqualTo(Viewer.Told.NOTHING);
    }

    private LiveEvent event(UUID team, @org.jspecify.annotations.Nullable UUID previous) {
        return new LiveEvent(1, UUID.randomUUID(), "ASSIGNED", team, previous, LiveEvent.Visibility.PUBLISHED);
    }
}
