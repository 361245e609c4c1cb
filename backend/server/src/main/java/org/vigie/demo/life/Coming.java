package org.vigie.demo.life;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vigie.catalogue.Category;
import org.vigie.demo.town.Town;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.request.Requester;

/** What Aubrelle's people will report, by the habits that they had in the years before. */
public final class Coming {

    /**
     * Somebody reports something.
     *
     * @param category its code
     * @param position absent for what has no place, such as a question
     * @param needsIntervention whether somebody must go there
     * @param requester absent for our own patroller and for those who stay unnamed
     */
    public record Report(
            Instant at,
            Channel channel,
            String category,
            boolean needsIntervention,
            boolean urgent,
            Optional<Wgs84Point> position,
            String address,
            String description,
            Optional<Requester> requester) {}

    private final Spots spots;
    private final Phrases phrases;
    private final Neighbours neighbours;
    private final Arrivals arrivals;
    private final SplittableRandom random;

    public Coming(Town town, Habits habits, Names names, Offer offer) {
        this.spots = new Spots(town);
        this.phrases = new Phrases(habits);
        this.neighbours = new Neighbours(names);
        this.arrivals = new Arrivals(habits, offer.categories(), offer.zone(), offer.seed());
        this.random = new SplittableRandom(offer.seed());
    }

    /**
     * What may be reported, in whose days.
     *
     * @param seed the same one brings the same reports
     */
    public record Offer(List<Category> categories, ZoneId zone, long seed) {}

    public List<Report> between(Instant now, Instant then) {
        return arrivals.between(now, then).stream().map(this::report).toList();
    }

    private Report report(Arrival arrival) {
        Category category = arrival.category();
        boolean somewhere = !arrival.habit().where().equals("none");
        Spot spot = spots.next(somewhere ? arrival.habit().where() : "home", random);
        return new Report(
                arrival.at(),
                arrival.channel(),
                category.code(),
                category.kind().needsIntervention(),
                category.isUrgent(),
                Optional.of(spot.point()).filter(point -> somewhere),
                somewhere ? spot.address().label() : "",
                phrases.report(arrival, spot, random),
                neighbours.next(arrival.channel(), random));
    }
}
