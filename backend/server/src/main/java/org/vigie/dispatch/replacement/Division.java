package org.vigie.dispatch.replacement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.vigie.catalogue.Category;
import org.vigie.dispatch.PlacedAnew;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.request.RequestsInSectors;
import org.vigie.team.Coverage;
import org.vigie.team.Occasion;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.SectorLookup;

/** How a version of the serving set divides the city, and who works where in it. For any number of threads. */
final class Division {

    /** What follows one category of requests in one sector is the same for all of them. */
    private record Kind(Optional<UUID> sectorId, UUID categoryId) {}

    private record Sentence(boolean changesTeam, Optional<UUID> sectorId, UUID teamId) {}

    private final PublishedSectors.Version version;
    private final SectorLookup lookup;
    private final Coverage coverage;
    private final Map<UUID, Category> categories = new HashMap<>();
    private final BiFunction<String, Object[], String> words;
    private final Map<Kind, TeamChoice> choices = new ConcurrentHashMap<>();
    private final Map<Sentence, String> sentences = new ConcurrentHashMap<>();

    /** @param words the text of a key, with values, in the jurisdiction's own language: it is kept in the history */
    Division(
            PublishedSectors.Version version,
            SectorLookup lookup,
            Coverage coverage,
            List<Category> categories,
            BiFunction<String, Object[], String> words) {
        this.version = version;
        this.lookup = lookup;
        this.coverage = coverage;
        this.words = words;
        categories.forEach(category -> this.categories.put(category.id(), category));
    }

    PublishedSectors.Version version() {
        return version;
    }

    /** In whose name requests move. */
    String actor() {
        return words.apply("replacement.actor", new Object[] {version.number()});
    }

    /** What becomes of it; empty when sector and team stay. */
    Optional<RequestsInSectors.Replaced> place(RequestsInSectors.Placed request) {
        Placement placement = lookup.locate(request.position(), request.chosenSectorId());
        TeamChoice choice = choices.computeIfAbsent(
                new Kind(placement.sector().map(LocatedSector::sectorId), request.categoryId()), this::choose);
        PlacedAnew anew = PlacedAnew.of(
                new PlacedAnew.Now(request.sectorId(), request.teamId(), request.rule()), placement, choice);
        return anew.changesAnything() ? Optional.of(replaced(request, anew)) : Optional.empty();
    }

    private TeamChoice choose(Kind kind) {
        Category category = Objects.requireNonNull(categories.get(kind.categoryId()));
        return coverage.choose(Occasion.atAnyHour(kind.sectorId(), category));
    }

    private RequestsInSectors.Replaced replaced(RequestsInSectors.Placed request, PlacedAnew anew) {
        Placement placement = anew.placement();
        Optional<UUID> sectorId = placement.sector().map(LocatedSector::sectorId);
        Team team = anew.choice().team();
        return new RequestsInSectors.Replaced(
                request,
                Place.Rule.valueOf(placement.rule().name()),
                sectorId,
                placement.sector().map(LocatedSector::versionId),
                Double.isFinite(placement.metresToEdge()) ? Optional.of(placement.metresToEdge()) : Optional.empty(),
                anew.changesTeam() ? team.id() : request.teamId(),
                anew.changesTeam()
                        ? Assignment.Rule.valueOf(anew.choice().rule().name())
                        : request.rule(),
                sentences.computeIfAbsent(
                        new Sentence(anew.changesTeam(), sectorId, team.id()), unknown -> sentence(anew, team)));
    }

    private String sentence(PlacedAnew anew, Team team) {
        return words.apply(anew.changesTeam() ? "replacement.team" : "replacement.sector", new Object[] {
            version.number(),
            anew.placement().sector().map(LocatedSector::name).orElse("–"),
            team.code() + ", " + team.name()
        });
    }
}
