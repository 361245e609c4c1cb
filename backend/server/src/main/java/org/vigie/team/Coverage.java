package org.vigie.team;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Category;
import org.vigie.team.TeamChoice.Rule;

/**
 * Who covers what, as it stood when it was read: answers for every occasion with exactly one team. A team that lacks a skill which the
 * category needs is passed over by every rule but the last.
 */
public final class Coverage {

    /** A covered sector, category or both; null stands for all. */
    record Cell(@Nullable UUID sectorId, @Nullable UUID categoryId) {}

    /** @param shift empty: always */
    record Covering(Team team, Optional<Shift> shift) {

        boolean holdsAt(@Nullable ZonedDateTime at) {
            return shift.isEmpty() || (at != null && shift.get().holdsAt(at));
        }
    }

    /** @param lastDay included, by the day on which a span of the shift begins */
    record Duty(Team team, Shift shift, Optional<UUID> accountId, LocalDate firstDay, Optional<LocalDate> lastDay) {

        Optional<LocalDate> dayAt(ZonedDateTime at) {
            return shift.dayAt(at)
                    .filter(day -> !day.isBefore(firstDay)
                            && lastDay.filter(day::isAfter).isEmpty());
        }
    }

    /**
     * What it was read from.
     *
     * @param teams by code
     * @param cells each with what holds during a shift first, by the shift's code
     * @param duties by the team's code
     */
    record Data(
            List<Team> teams,
            Map<Cell, List<Covering>> cells,
            Map<UUID, Team> sectorDefaults,
            List<Duty> duties,
            Skills skills,
            Absences absences,
            Referents referents) {}

    private final Data data;
    private final Team lastResort;
    private final Set<UUID> namedSectors;

    Coverage(Data data) {
        this.data = data;
        this.namedSectors = data.cells().keySet().stream()
                .flatMap(cell -> Stream.ofNullable(cell.sectorId()))
                .collect(Collectors.toSet());
        this.lastResort = data.teams().stream()
                .filter(Team::isLastResort)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("the jurisdiction has no team of last resort"));
    }

    public TeamChoice choose(Occasion occasion) {
        return choose(occasion, Optional.empty());
    }

    /** @param ruled the team that a rule names: it is tried before all others, and passed over like them when it lacks a skill */
    public TeamChoice choose(Occasion occasion, Optional<Team> ruled) {
        List<TeamChoice.PassedOver> passedOver = new ArrayList<>();
        Stream<Candidate> inOrder =
                Stream.concat(ruled.stream().map(team -> always(team, Rule.RULE)), candidates(occasion));
        for (Candidate candidate : (Iterable<Candidate>) inOrder::iterator) {
            List<String> missing = missing(candidate.team(), occasion.category());
            if (missing.isEmpty()) {
                return candidate.chosen(passedOver);
            }
            if (passedOver.stream().noneMatch(passed -> passed.team().equals(candidate.team()))) {
                passedOver.add(new TeamChoice.PassedOver(candidate.team(), missing));
            }
        }
        return new Candidate(lastResort, Rule.LAST_RESORT, Optional.empty(), Optional.empty()).chosen(passedOver);
    }

    /** The names of skills and means that a team lacks for a category. */
    public List<String> missing(Team team, Category category) {
        return data.skills().missing(team, category);
    }

    /** Who speaks for a service that day, for a category and in a sector; empty when there is nobody. */
    public Optional<ReferentChoice> referent(ReferentQuestion question, ZonedDateTime at) {
        return data.referents().find(question, at.toLocalDate());
    }

    /** The person, or whoever stands in that day; empty when all of them are away. */
    public Optional<Present> present(UUID accountId, LocalDate day) {
        return data.absences().onDay(accountId, day);
    }

    /** By its code. */
    public Optional<Team> team(String code) {
        return data.teams().stream().filter(team -> team.code().equals(code)).findFirst();
    }

    /** Whether somebody is named for the sector itself, for all categories or for some. */
    public boolean names(UUID sectorId) {
        return namedSectors.contains(sectorId);
    }

    /** Teams that are named for some sector: they have more or less to do when sectors are redrawn. */
    public Set<UUID> teamsOfSectors() {
        return data.cells().entrySet().stream()
                .filter(cell -> cell.getKey().sectorId() != null)
                .flatMap(cell -> cell.getValue().stream())
                .map(covering -> covering.team().id())
                .collect(Collectors.toSet());
    }

    /** Who serves a sector when the category is not known yet. */
    Team chooseForAnyCategory(UUID sectorId) {
        return data.cells().getOrDefault(new Cell(sectorId, null), List.of()).stream()
                .filter(covering -> covering.shift().isEmpty())
                .findFirst()
                .map(Covering::team)
                .orElseGet(() -> data.sectorDefaults().getOrDefault(sectorId, lastResort));
    }

    private record Candidate(Team team, Rule rule, Optional<Shift> shift, Optional<Present> onCall) {

        TeamChoice chosen(List<TeamChoice.PassedOver> passedOver) {
            return new TeamChoice(team, rule, shift, onCall, List.copyOf(passedOver));
        }
    }

    /** In the order of the rules. */
    private Stream<Candidate> candidates(Occasion occasion) {
        UUID sector = occasion.sectorId();
        UUID category = occasion.category().id();
        return Stream.of(
                        occasion.urgent() ? onCall(occasion) : Stream.<Candidate>empty(),
                        occasion.urgent() ? urgent() : Stream.<Candidate>empty(),
                        ofAnotherService(occasion),
                        covering(sector, category, Rule.SECTOR_AND_CATEGORY, occasion),
                        covering(null, category, Rule.CATEGORY, occasion),
                        covering(sector, null, Rule.SECTOR, occasion),
                        Stream.ofNullable(
                                        sector == null
                                                ? null
                                                : data.sectorDefaults().get(sector))
                                .filter(team -> !team.equals(lastResort))
                                .map(team -> always(team, Rule.SECTOR_DEFAULT)))
                .flatMap(each -> each);
    }

    private static Candidate always(Team team, Rule rule) {
        return new Candidate(team, rule, Optional.empty(), Optional.empty());
    }

    private Stream<Candidate> onCall(Occasion occasion) {
        ZonedDateTime at = occasion.at();
        return at == null ? Stream.empty() : onCall(at);
    }

    private Stream<Candidate> onCall(ZonedDateTime at) {
        return data.duties().stream()
                .flatMap(duty -> duty
                        .dayAt(at)
                        .map(day -> new Candidate(
                                duty.team(),
                                Rule.ON_CALL,
                                Optional.of(duty.shift()),
                                duty.accountId()
                                        .flatMap(account -> data.absences().onDay(account, day))))
                        .stream());
    }

    private Stream<Candidate> urgent() {
        return data.teams().stream()
                .filter(team -> team.kind() == Team.Kind.URGENT)
                .map(team -> always(team, Rule.URGENT));
    }

    private Stream<Candidate> ofAnotherService(Occasion occasion) {
        boolean another =
                !occasion.serviceId().equals(occasion.category().service().id());
        return data.teams().stream()
                .filter(team -> another && team.serviceId().equals(Optional.of(occasion.serviceId())))
                .map(team -> always(team, Rule.SERVICE));
    }

    private Stream<Candidate> covering(@Nullable UUID sector, @Nullable UUID category, Rule rule, Occasion occasion) {
        if (sector == null && rule != Rule.CATEGORY) {
            return Stream.empty();
        }
        return Objects.requireNonNullElse(data.cells().get(new Cell(sector, category)), List.<Covering>of()).stream()
                .filter(covering -> covering.holdsAt(occasion.at()))
                .map(covering -> new Candidate(covering.team(), rule, covering.shift(), Optional.empty()));
    }
}
