package org.vigie.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.i18n.LocaleContextHolder;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;

/** What may be reported where and when, by the rule stated in {@link org.vigie.catalogue}. Immutable. */
public final class OfferLookup {

    private final CatalogueSnapshot catalogue;
    private final BiFunction<String, Wgs84Point, Optional<UUID>> sectorOf;

    OfferLookup(CatalogueSnapshot catalogue, BiFunction<String, Wgs84Point, Optional<UUID>> sectorOf) {
        this.catalogue = catalogue;
        this.sectorOf = sectorOf;
    }

    public List<Domain> domains() {
        return catalogue.domains();
    }

    /**
     * In the order of the catalogue.
     *
     * @param position absent: what is offered anywhere, with the messages that hold everywhere
     */
    public List<Offer> list(Optional<Wgs84Point> position, Instant at) {
        Map<UUID, Grounds.Hit> hits = hits(position);
        return catalogue.categories().stream()
                .filter(category -> isOffered(category, position, hits, at))
                .map(category -> new Offer(category, messages(category, hits, at)))
                .toList();
    }

    /** @return empty when the category is not offered there */
    public Optional<Offer> find(Category category, Optional<Wgs84Point> position, Instant at) {
        Map<UUID, Grounds.Hit> hits = hits(position);
        return isOffered(category, position, hits, at)
                ? Optional.of(new Offer(category, messages(category, hits, at)))
                : Optional.empty();
    }

    /** @throws Refusal not-offered-here, or reports-stopped with what people are told */
    public void check(Category category, Optional<Wgs84Point> position, Instant at) {
        Offer offer =
                find(category, position, at).orElseThrow(() -> Refusal.invalid("not-offered-here", category.name()));
        offer.messages().stream().filter(Offer.StopMessage::refuses).findFirst().ifPresent(message -> {
            throw Refusal.invalid("reports-stopped", category.name(), message.textFor(LocaleContextHolder.getLocale()));
        });
    }

    /** When something begins or ceases to be offered after that instant. */
    Set<Instant> turns(Instant after) {
        return catalogue.activations().stream()
                .flatMap(scope -> Stream.concat(Stream.of(scope.from()), Stream.ofNullable(scope.until())))
                .filter(turn -> turn.isAfter(after))
                .collect(Collectors.toSet());
    }

    /**
     * Whether anything may be reported on the whole of some ground, also where no road and no smaller area helps.
     *
     * @param within a position on it
     */
    boolean offersAnythingOn(Geometry ground, Wgs84Point within, Instant at) {
        Map<UUID, Grounds.Hit> hits = hits(Optional.of(within));
        hits.values().removeIf(hit -> switch (hit.ground().extent()) {
            case Ground.Extent.Road road -> true;
            case Ground.Extent.Area area -> !area.polygon().covers(ground);
            case Ground.Extent.OfSector sector -> false;
        });
        return catalogue.categories().stream().anyMatch(category -> isOffered(category, Optional.of(within), hits, at));
    }

    private Map<UUID, Grounds.Hit> hits(Optional<Wgs84Point> position) {
        return position.map(point -> catalogue.grounds().at(point, sectorOf)).orElse(Map.of());
    }

    private boolean isOffered(
            Category category, Optional<Wgs84Point> position, Map<UUID, Grounds.Hit> hits, Instant at) {
        List<Scope> told = catalogue.activations().stream()
                .filter(scope -> scope.covers(category))
                .toList();
        int narrowest = told.stream().mapToInt(Scope::breadth).min().orElse(0);
        return told.isEmpty()
                || told.stream()
                        .filter(scope -> scope.breadth() == narrowest && scope.holdsAt(at))
                        .anyMatch(scope -> position.isEmpty() || isOn(scope, hits));
    }

    private List<Offer.StopMessage> messages(Category category, Map<UUID, Grounds.Hit> hits, Instant at) {
        return catalogue.stops().stream()
                .filter(stop -> stop.scope().covers(category) && stop.scope().holdsAt(at) && isOn(stop.scope(), hits))
                .map(stop -> new Offer.StopMessage(stop.text(), stop.translations(), stop.endsAt(), stop.refuses()))
                .toList();
    }

    private static boolean isOn(Scope scope, Map<UUID, Grounds.Hit> hits) {
        return scope.groundId() == null || hits.containsKey(scope.groundId());
    }
}
