package org.vigie.intake.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Offer;
import org.vigie.catalogue.Offers;
import org.vigie.catalogue.Promise;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Responsible;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Priorities;
import org.vigie.request.Priority;
import org.vigie.request.PriorityChoice;
import org.vigie.request.PrioritySentences;
import org.vigie.team.Team;
import org.vigie.territory.Boundary;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.SectorLocator;

/** Puts together where a position falls and who would answer there. */
@Component
class LocateAnswers {

    private final SectorLocator locator;
    private final Boundary boundary;
    private final PlacementSentences sentences;
    private final Responsible responsible;
    private final Offers offers;
    private final Priorities priorities;
    private final PrioritySentences prioritySentences;
    private final Clock clock;

    LocateAnswers(
            SectorLocator locator,
            Boundary boundary,
            PlacementSentences sentences,
            Responsible responsible,
            Offers offers,
            Priorities priorities,
            PrioritySentences prioritySentences,
            Clock clock) {
        this.locator = locator;
        this.boundary = boundary;
        this.sentences = sentences;
        this.responsible = responsible;
        this.offers = offers;
        this.priorities = priorities;
        this.prioritySentences = prioritySentences;
        this.clock = clock;
    }

    /**
     * What is asked about.
     *
     * @param sector code of the one that the person chooses
     * @param danger as the person says
     */
    record Question(Wgs84Point at, Optional<String> sector, Optional<Category> about, Optional<Danger> danger) {}

    /** @throws Refusal sector-not-near when the sector chosen is not one that the position is near to */
    LocateBody of(Question question) {
        Wgs84Point at = question.at();
        Optional<Category> about = question.about();
        Placement placement = question.sector()
                .map(code -> locator.locateIn(code, at).orElseThrow(() -> Refusal.invalid("sector-not-near", code)))
                .orElseGet(() -> locator.locate(at));
        Locale reader = LocaleContextHolder.getLocale();
        Place place = Place.at(at, placement);
        Optional<PriorityChoice> priority =
                about.map(category -> priorities.now().choose(category, question.danger(), Optional.of(at)));
        boolean urgent = priority.filter(is -> is.priority() == Priority.URGENT).isPresent();
        Optional<Responsible.Choice> choice =
                about.map(category -> responsible.choose(place, category, Optional.empty(), urgent));
        Optional<Offer> offer =
                about.flatMap(category -> offers.now().find(category, Optional.of(at), clock.instant()));
        return new LocateBody(
                boundary.covers(at),
                placement.sector().map(LocateAnswers::sector).orElse(null),
                new LocateBody.PlacementBody(
                        placement.rule(),
                        Double.isFinite(placement.metresToEdge()) ? tenths(placement.metresToEdge()) : null,
                        sentences.of(placement, reader)),
                placement.rule() == Placement.Rule.CHOSEN
                        ? locator.locate(at).sector().map(LocateAnswers::sector).orElse(null)
                        : null,
                neighbours(at),
                about.map(category -> offer.isPresent()).orElse(null),
                about.map(category -> messages(offer)).orElse(null),
                choice.map(found -> organisation(found, about.orElseThrow(), reader))
                        .orElse(null),
                choice.map(found -> found.competence().service().name()).orElse(null),
                choice.filter(found -> isStaff())
                        .map(found -> team(found, about.orElseThrow(), reader))
                        .orElse(null),
                about.map(LocateAnswers::promises).orElse(null),
                priority.map(is -> urgent).orElse(null),
                priority.filter(is -> isStaff())
                        .map(is -> priority(is, about.orElseThrow(), reader))
                        .orElse(null));
    }

    private List<LocateBody.NeighbourBody> neighbours(Wgs84Point at) {
        return locator.neighbours(at).stream()
                .map(near -> new LocateBody.NeighbourBody(
                        near.sector().code(), near.sector().name(), tenths(near.metres())))
                .toList();
    }

    private static List<LocateBody.MessageBody> messages(Optional<Offer> offer) {
        return offer.stream()
                .flatMap(found -> found.messages().stream())
                .map(message -> new LocateBody.MessageBody(message.text(), message.until(), message.refuses()))
                .toList();
    }

    private LocateBody.OrganisationBody organisation(Responsible.Choice choice, Category category, Locale reader) {
        return new LocateBody.OrganisationBody(
                choice.competence().organisation().name(),
                choice.assignment().authorityId().isPresent(),
                choice.competence().rule(),
                responsible.explainCompetence(choice, category, reader),
                responsible.explain(choice, category, reader));
    }

    private static List<LocateBody.PromiseBody> promises(Category category) {
        return category.promises().made().entrySet().stream()
                .map(made -> promise(made.getKey(), made.getValue()))
                .toList();
    }

    private static LocateBody.PromiseBody promise(Commitment commitment, Promise promise) {
        return new LocateBody.PromiseBody(
                commitment,
                promise.length().amount(),
                promise.length().unit(),
                promise.calendar().id().map(id -> promise.calendar().name()).orElse(null));
    }

    private static LocateBody.SectorBody sector(LocatedSector sector) {
        return new LocateBody.SectorBody(sector.code(), sector.name(), sector.version());
    }

    private LocateBody.TeamBody team(Responsible.Choice choice, Category category, Locale reader) {
        Team team = choice.team();
        return new LocateBody.TeamBody(
                team.id(),
                team.code(),
                team.name(),
                choice.rule().rule(),
                responsible.explainTeam(choice, category, reader));
    }

    private LocateBody.PriorityBody priority(PriorityChoice choice, Category category, Locale reader) {
        return new LocateBody.PriorityBody(choice.priority(), prioritySentences.of(choice, category, reader));
    }

    private static boolean isStaff() {
        return SignedIn.find().filter(account -> account.role() != Role.CITIZEN).isPresent();
    }

    private static double tenths(double metres) {
        return Math.round(metres * 10) / 10.0;
    }
}
