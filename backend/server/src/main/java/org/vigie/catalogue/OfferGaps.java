package org.vigie.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.geo.Wgs84Point;

/**
 * Finds where nothing at all could be reported any more. Looked at are every sector and every area: a road or an area that does not cover
 * all of it does not help the rest of it; of the sectors of other sets, the one around its middle counts.
 */
@Component
class OfferGaps {

    private static final int MOST_NAMES = 5;
    private static final int MOST_TURNS = 60;

    /** @param places their names, the first few of them */
    record Gap(String places, Instant from) {}

    private final NamedGrounds grounds;
    private final Clock clock;

    OfferGaps(NamedGrounds grounds, Clock clock) {
        this.grounds = grounds;
        this.clock = clock;
    }

    /** The earliest moment from now on at which a place has nothing that had something before. */
    Optional<Gap> first(OfferLookup before, OfferLookup after) {
        Instant now = clock.instant();
        List<NamedGrounds.Patch> patches = grounds.listPatches();
        return Stream.of(Stream.of(now), before.turns(now).stream(), after.turns(now).stream())
                .flatMap(turns -> turns)
                .distinct()
                .sorted()
                .limit(MOST_TURNS)
                .flatMap(at -> gap(patches, before, after, at).stream())
                .findFirst();
    }

    private static Optional<Gap> gap(
            List<NamedGrounds.Patch> patches, OfferLookup before, OfferLookup after, Instant at) {
        Set<String> names = patches.stream()
                .filter(patch -> !after.offersAnythingOn(patch.shape(), middle(patch), at))
                .filter(patch -> before.offersAnythingOn(patch.shape(), middle(patch), at))
                .map(NamedGrounds.Patch::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return Optional.of(new Gap(names.size() > MOST_NAMES ? some + "…" : some, at));
    }

    private static Wgs84Point middle(NamedGrounds.Patch patch) {
        return Wgs84Point.of(patch.shape().getInteriorPoint());
    }
}
