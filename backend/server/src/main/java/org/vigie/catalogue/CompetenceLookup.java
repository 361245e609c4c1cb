package org.vigie.catalogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;

/** Finds who answers for a category at a place, by the rule stated in {@link org.vigie.catalogue}. Immutable. */
public final class CompetenceLookup {

    private record Claimed(Competence.Rule rule, CatalogueSnapshot.Claim claim, Grounds.@Nullable Hit hit) {}

    private final CatalogueSnapshot catalogue;
    private final BiFunction<String, Wgs84Point, Optional<UUID>> sectorOf;

    CompetenceLookup(CatalogueSnapshot catalogue, BiFunction<String, Wgs84Point, Optional<UUID>> sectorOf) {
        this.catalogue = catalogue;
        this.sectorOf = sectorOf;
    }

    /** @param position absent while the request is still to be located: then only what holds everywhere counts */
    public Competence find(Category category, Optional<Wgs84Point> position, Instant at) {
        Map<UUID, Grounds.Hit> hits =
                position.map(point -> catalogue.grounds().at(point, sectorOf)).orElse(Map.of());
        return catalogue.claims().stream()
                .filter(claim -> claim.scope().covers(category) && claim.scope().holdsAt(at))
                .flatMap(claim -> claimed(claim, hits))
                // The claims are in the order of breadth and code already, and min keeps the first of equals.
                .min(Comparator.comparing(Claimed::rule))
                .map(found -> competence(found, category))
                .orElseGet(() -> usual(category));
    }

    /** As a rule decided that the town wrote: it is that organisation's, wherever it lies; empty when there is none of that id. */
    public Optional<Competence> ruled(UUID organisationId, Category category) {
        return Optional.ofNullable(catalogue.organisations().get(organisationId))
                .map(organisation -> new Competence(
                        Competence.Rule.RULE,
                        organisation,
                        category.service(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Stream<Claimed> claimed(CatalogueSnapshot.Claim claim, Map<UUID, Grounds.Hit> hits) {
        UUID ground = claim.scope().groundId();
        if (ground == null) {
            return Stream.of(new Claimed(Competence.Rule.WHOLE, claim, null));
        }
        Grounds.Hit hit = hits.get(ground);
        return hit == null
                ? Stream.empty()
                : Stream.of(new Claimed(rule(hit.ground().extent()), claim, hit));
    }

    private static Competence.Rule rule(Ground.Extent extent) {
        return switch (extent) {
            case Ground.Extent.Road road -> Competence.Rule.LINE;
            case Ground.Extent.Area area -> Competence.Rule.POLYGON;
            case Ground.Extent.OfSector sector -> Competence.Rule.SECTOR;
        };
    }

    private Competence competence(Claimed found, Category category) {
        Organisation organisation = organisation(found.claim().organisationId());
        Optional<Grounds.Hit> hit = Optional.ofNullable(found.hit());
        Optional<Ground.Extent.Road> road = hit.map(Grounds.Hit::ground)
                .map(Ground::extent)
                .filter(Ground.Extent.Road.class::isInstance)
                .map(Ground.Extent.Road.class::cast);
        return new Competence(
                found.rule(),
                organisation,
                service(found.claim(), category),
                hit.map(at -> at.ground().name()),
                road.flatMap(on -> hit.map(Grounds.Hit::metres)),
                road.map(Ground.Extent.Road::widthMetres));
    }

    /** The one that the claim names; else the category's own when it is of that organisation; else that organisation's first. */
    private Category.ServiceName service(CatalogueSnapshot.Claim claim, Category category) {
        if (!organisation(claim.organisationId()).worksHere()) {
            return category.service();
        }
        List<Category.ServiceName> theirs = catalogue.services().getOrDefault(claim.organisationId(), List.of());
        UUID wanted = claim.serviceId() == null ? category.service().id() : claim.serviceId();
        return theirs.stream()
                .filter(service -> service.id().equals(wanted))
                .findFirst()
                .or(() -> theirs.stream().findFirst())
                .orElse(category.service());
    }

    private Competence usual(Category category) {
        UUID owner = catalogue.services().entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(service ->
                                service.id().equals(category.service().id())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return new Competence(
                Competence.Rule.SERVICE,
                organisation(owner),
                category.service(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Organisation organisation(UUID id) {
        return Objects.requireNonNull(catalogue.organisations().get(id));
    }
}
