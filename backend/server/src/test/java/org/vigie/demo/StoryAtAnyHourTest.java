package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.demo.life.Case;
import org.vigie.demo.life.Cast;
import org.vigie.demo.life.Names;
import org.vigie.demo.life.Story;
import org.vigie.demo.town.Town;
import org.vigie.request.Deadline;
import org.vigie.request.RequestState;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.Teams;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.SectorLocator;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** Tells the story without writing it down: twice, and at hours at which a demonstration may begin. */
@ServiceTest
class StoryAtAnyHourTest {

    private static final Town TOWN = Town.aubrelle();

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    Staffing staffing;

    @Autowired
    Categories categories;

    @Autowired
    Coverages coverages;

    @Autowired
    Teams teams;

    @Autowired
    SectorLocator locator;

    @Autowired
    PlacementSentences sentences;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theSameClockTellsTheSameStory() {
        Instant now = Instant.parse("2026-11-24T09:42:00Z");
        assertThat(told(now, 2)).satisfies(twice -> assertThat(twice.getFirst()).isEqualTo(twice.getLast()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T09:42:00Z",
                "2026-11-23T06:05:00Z",
                "2026-03-29T21:50:00Z",
                "2027-07-14T13:00:00Z",
                "2028-02-29T23:30:00Z"
            })
    void everyHourIsWorthLookingAt(Instant now) {
        List<Case> open = told(now, 1).getFirst().stream()
                .filter(each -> each.request().state().isOpen())
                .toList();
        assertThat(open).hasSizeBetween(90, 130);
        assertThat(open.stream().filter(each -> dueAt(each).isBefore(now))).hasSizeBetween(4, 12);
        assertThat(in(open, RequestState.RECEIVED)).isBetween(8L, 45L);
        assertThat(in(open, RequestState.IN_PROGRESS)).isGreaterThan(4);
        assertThat(open.getLast().category().isUrgent()).isTrue();
        assertThat(open.getLast().request().times().receivedAt()).isAfter(now.minus(Duration.ofMinutes(20)));
    }

    private static long in(List<Case> cases, RequestState state) {
        return cases.stream().filter(each -> each.request().state() == state).count();
    }

    private static Instant dueAt(Case each) {
        return each.deadlines().stream()
                .filter(deadline -> deadline.metAt().isEmpty())
                .map(Deadline::dueAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private List<List<Case>> told(Instant now, int times) {
        return CurrentJurisdiction.inside(
                jurisdictions.square(),
                () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
                    Sheets sheets = Sheets.read();
                    staffing.staff(sheets);
                    Cast cast = cast(sheets);
                    return Stream.generate(() -> new Story(TOWN, sheets.habits(), cast, locator::locate, sentences::of)
                                    .until(now, DemoCity.ZONE))
                            .limit(times)
                            .toList();
                })));
    }

    private Cast cast(Sheets sheets) {
        Cast.Member somebody = new Cast.Member(new UUID(0, 1), "Personne");
        Map<String, Category> byCode =
                categories.list().stream().collect(Collectors.toMap(Category::code, Function.identity()));
        Map<UUID, Cast.Member> members = teams.list().stream().collect(Collectors.toMap(Team::id, team -> somebody));
        Names names = new Names(sheets.staff().firstNames(), sheets.staff().lastNames());
        return new Cast(byCode, coverages.read(), teams.list(), members, List.of(somebody), names);
    }
}
