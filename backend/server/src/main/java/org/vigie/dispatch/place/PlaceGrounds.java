package org.vigie.dispatch.place;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Areas;
import org.vigie.catalogue.NamedGround;
import org.vigie.catalogue.NamedGrounds;
import org.vigie.catalogue.StopMessage;
import org.vigie.catalogue.StopMessages;
import org.vigie.geo.Wgs84Point;

/** The drawn areas and roads that a place lies on, and what is announced there: works that go on or are planned. */
@Component
class PlaceGrounds {

    /** @param names of the grounds, in their order */
    record Told(List<String> names, List<PlaceSheet.Works> works) {}

    private final Areas areas;
    private final NamedGrounds grounds;
    private final StopMessages stops;
    private final Clock clock;

    PlaceGrounds(Areas areas, NamedGrounds grounds, StopMessages stops, Clock clock) {
        this.areas = areas;
        this.grounds = grounds;
        this.stops = stops;
        this.clock = clock;
    }

    Told at(Wgs84Point place) {
        Set<UUID> on = areas.at(place);
        if (on.isEmpty()) {
            return new Told(List.of(), List.of());
        }
        List<NamedGround> here = grounds.list().stream()
                .filter(ground -> on.contains(ground.id()))
                .toList();
        return new Told(here.stream().map(NamedGround::name).toList(), works(here));
    }

    /** What holds for the whole town is not about this place. */
    private List<PlaceSheet.Works> works(List<NamedGround> here) {
        Map<UUID, NamedGround> byId = here.stream().collect(Collectors.toMap(NamedGround::id, Function.identity()));
        Instant now = clock.instant();
        return stops.list().stream()
                .filter(stop -> stop.at(now) != StopMessage.State.PAST)
                .sorted(Comparator.comparing(StopMessage::startsAt).thenComparing(StopMessage::endsAt))
                .flatMap(stop -> stop
                        .groundId()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)))
                        .map(ground -> works(stop, ground, now))
                        .stream())
                .toList();
    }

    private static PlaceSheet.Works works(StopMessage stop, NamedGround ground, Instant now) {
        Locale reader = LocaleContextHolder.getLocale();
        return new PlaceSheet.Works(
                stop.id(),
                stop.translations().getOrDefault(reader.getLanguage(), stop.text()),
                ground.name(),
                stop.startsAt(),
                stop.endsAt(),
                stop.at(now) == StopMessage.State.CURRENT);
    }
}
