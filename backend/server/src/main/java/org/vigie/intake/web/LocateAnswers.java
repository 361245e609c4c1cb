package org.vigie.intake.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.vigie.intake.Treatment;
import org.vigie.intake.TreatmentSentences;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Priority;
import org.vigie.request.rules.FoldedWords;
import org.vigie.request.rules.RequesterKind;
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
    private final Treatment treatment;
    private final TreatmentSentences treatments;
    private final Clock clock;

    LocateAnswers(
            SectorLocator locator,
            Boundary boundary,
            PlacementSentences sentences,
            Responsible responsible,
            Offers offers,
            Treatment treatment,
            TreatmentSentences treatments,
            Clock clock) {
        this.locator = locator;
        this.boundary = boundary;
        this.sentences = sentences;
        this.responsible = responsible;
        this.offers = offers;
        this.treatment = treatment;
        this.treatments = treatments;
        this.clock = clock;
    }

    /**
     * What is asked about.
     *
     * @param sector code of the one that the person chooses
     * @param danger as the person says
     * @param channel on which it would come in
     * @param words it would be told in, as far as they are written
     * @param answers to the questions of the category, as far as they are given
     */
    record Question(
            Wgs84Point at,
            Optional<String> sector,
            Optional<Category> about,
            Optional<Danger> danger,
            Optional<Channel> channel,
            String words,
            Map<String, String> answers) {}

    /** @throws Refusal sector-not-near when the sector chosen is not one that the position is near to */
    LocateBody of(Question question) {
        Wgs84Point at = question.at();
        Optional<Category> about = question.about();
        Placement placement = question.sector()
                .map(code -> locator.locateIn(code, at).orElseThrow(() -> Refusal.invalid("sector-not-near", code)))
                .orElseGet(() -> locator.locate(at));
        Locale reader = LocaleContextHolder.getLocale();
        Place place = Place.at(at, placement);
        Optional<Treatment.Outcome> outcome = about.map(category -> treatment.of(report(question, place, category)));
        Optional<Responsible.Choice> choice = outcome.map(Treatment.Outcome::choice);
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
                about.map(category -> messages(offer, reader)).orElse(null),
                choice.map(found -> organisation(found, about.orElseThrow(), reader))
                        .orElse(null),
                choice.map(found -> found.competence().service().name()).orElse(null),
                choice.filter(found -> isStaff())
                        .map(found -> team(found, reader))
                        .orElse(null),
                about.map(LocateAnswers::promises).orElse(null),
                outcome.map(is -> is.priority() == Priority.URGENT).orElse(null),
                outcome.filter(is -> isStaff())
                        .map(is -> new LocateBody.PriorityBody(is.priority(), treatments.priority(is, reader)))
                        .orElse(null));
    }

    private Treatment.Case report(Question question, Place place, Category category) {
        return new Treatment.Case(
                category,
                place,
                question.danger(),
                isStaff() ? question.channel().orElse(Channel.PHONE) : Channel.WEB,
                RequesterKind.KNOWN,
                new FoldedWords(question.words()),
                question.answers(),
                clock.instant(),
                Treatment.Chosen.NOTHING);
    }

    private List<LocateBody.NeighbourBody> neighbours(Wgs84Point at) {
        return locator.neighbours(at).stream()
                .map(near -> new LocateBody.NeighbourBody(
                        near.sector().code(), near.sector().name(), tenths(near.metres())))
                .toList();
    }

    private static List<LocateBody.MessageBody> messages(Optional<Offer> offer, Locale reader) {
        return offer.stream()
                .flatMap(found -> found.messages().stream())
                .map(message -> new LocateBody.MessageBody(message.textFor(reader), message.until(), message.refuses()))
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

    private LocateBody.TeamBody team(Responsible.Choice choice, Locale reader) {
        Team team = choice.team();
        return new LocateBody.TeamBody(
                team.id(), team.code(), team.name(), choice.rule().rule(), responsible.explainTeam(choice, reader));
    }

    private static boolean isStaff() {
        return SignedIn.find().filter(account -> account.role() != Role.CITIZEN).isPresent();
    }

    private static double tenths(double metres) {
        return Math.round(metres * 10) / 10.0;
    }
}
