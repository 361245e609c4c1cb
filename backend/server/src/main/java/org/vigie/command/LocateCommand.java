package org.vigie.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Responsible;
import org.vigie.intake.Treatment;
import org.vigie.request.Channel;
import org.vigie.request.Place;
import org.vigie.request.rules.FoldedWords;
import org.vigie.request.rules.RequesterKind;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.SectorLocator;
import org.vigie.territory.ServingTeams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code locate}: where a position falls, and why. */
@Under(parent = "")
@Command(
        name = "locate",
        description =
                "Says which sector a position falls into, by which rule, and who serves it; with a category, who answers for it.",
        mixinStandardHelpOptions = true)
class LocateCommand implements Callable<Integer> {

    private final SectorLocator locator;
    private final PlacementSentences sentences;
    private final ObjectProvider<ServingTeams> teams;
    private final Categories categories;
    private final Treatment treatment;
    private final Responsible responsible;
    private final Clock clock;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Option(names = "--set", description = "Code of the sector set. Default: the one that serves.")
    @Nullable
    private String set;

    @Option(
            names = "--category",
            paramLabel = "CODE",
            description = "Says also which organisation and team answer for that category there now, and why.")
    @Nullable
    private String category;

    @Parameters(index = "0", paramLabel = "LON", description = "Longitude in degrees; after -- when negative.")
    private double longitude;

    @Parameters(index = "1", paramLabel = "LAT", description = "Latitude in degrees.")
    private double latitude;

    @Spec
    private CommandSpec spec;

    LocateCommand(
            SectorLocator locator,
            PlacementSentences sentences,
            ObjectProvider<ServingTeams> teams,
            Categories categories,
            Treatment treatment,
            Responsible responsible,
            Clock clock,
            OpenedJurisdiction jurisdictions) {
        this.locator = locator;
        this.sentences = sentences;
        this.teams = teams;
        this.categories = categories;
        this.treatment = treatment;
        this.responsible = responsible;
        this.clock = clock;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Wgs84Point point = point();
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        Map<String, @Nullable Object> answer = CurrentJurisdiction.inside(opened, () -> answer(opened, point));
        spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(answer));
        return 0;
    }

    private Wgs84Point point() {
        try {
            return new Wgs84Point(longitude, latitude);
        } catch (Wgs84Point.PositionOutOfRange e) {
            throw Refusal.invalid("position-out-of-range");
        }
    }

    private Map<String, @Nullable Object> answer(Jurisdiction opened, Wgs84Point point) {
        Placement placement = set == null ? locator.locate(point) : locator.locate(set, point);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("sector", placement.sector().map(LocateCommand::named).orElse(null));
        answer.put("rule", placement.rule());
        answer.put("metresToEdge", rounded(placement.metresToEdge()));
        answer.put("team", placement.sector().flatMap(this::team).orElse(null));
        answer.put("sentence", sentences.of(placement, Locale.forLanguageTag(opened.locale())));
        if (category != null) {
            answer(answer, Place.at(point, locator.locate(point)), found(category));
        }
        return answer;
    }

    private Category found(String code) {
        return categories.findOffered(code).orElseThrow(() -> Refusal.invalid("unknown-category", code));
    }

    /** Who serves is told by the serving set, whatever set was asked for. */
    private void answer(Map<String, @Nullable Object> answer, Place place, Category about) {
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        Responsible.Choice choice = treatment
                .of(new Treatment.Case(
                        about,
                        place,
                        Optional.empty(),
                        Channel.WEB,
                        RequesterKind.KNOWN,
                        new FoldedWords(""),
                        Map.of(),
                        clock.instant(),
                        Treatment.Chosen.NOTHING))
                .choice();
        answer.put("organisation", choice.competence().organisation().name());
        answer.put("forwarded", choice.assignment().authorityId().isPresent());
        answer.put("service", choice.competence().service().name());
        answer.put("why", responsible.explain(choice, about, local));
        answer.put(
                "team",
                new ServingTeams.ServingTeam(choice.team().code(), choice.team().name()));
        answer.put("teamRule", choice.rule().rule());
        answer.put("teamWhy", responsible.explainTeam(choice, local));
    }

    private static Map<String, Object> named(LocatedSector sector) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("code", sector.code());
        named.put("name", sector.name());
        named.put("version", sector.version());
        return named;
    }

    private Optional<ServingTeams.ServingTeam> team(LocatedSector sector) {
        ServingTeams known = teams.getIfAvailable();
        return known == null ? Optional.empty() : known.find(sector.sectorId());
    }

    private static @Nullable Double rounded(double metres) {
        return Double.isNaN(metres) ? null : Math.round(metres * 100) / 100.0;
    }
}
