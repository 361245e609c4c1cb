package org.vigie.map.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.access.time.SimulatedClock;
import org.vigie.catalogue.calendar.OpeningState;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;
import org.vigie.map.MapSettings;
import org.vigie.map.PublishedJurisdiction;

/** Where we are and how to reach us. */
@RestController
@RequestMapping("/{jurisdiction}/api")
class JurisdictionController {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * @param boundary as seen from afar
     * @param modules that are on; what belongs to the others is not here
     */
    record JurisdictionBody(
            String code,
            String name,
            String locale,
            String zone,
            boolean fictional,
            Bounds bounds,
            Wgs84Point center,
            Geometry boundary,
            @Nullable HotlineBody hotline,
            BasemapBody basemap,
            String attribution,
            @Nullable SimulatedTimeBody simulatedTime,
            Set<ModuleName> modules) {}

    /** @param speed seconds that pass in one of the wall's */
    record SimulatedTimeBody(Instant now, double speed) {}

    record HotlineBody(
            String number,
            String costNote,
            boolean open,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            List<HoursBody> hours) {}

    record HoursBody(int weekday, String opens, String closes) {}

    record BasemapBody(
            String kind, @Nullable String url, @Nullable String attribution) {}

    private final PublishedJurisdiction published;
    private final MapSettings settings;
    private final Modules modules;
    private final Clock clock;

    JurisdictionController(PublishedJurisdiction published, MapSettings settings, Modules modules, Clock clock) {
        this.published = published;
        this.settings = settings;
        this.modules = modules;
        this.clock = clock;
    }

    @GetMapping("/jurisdiction")
    JurisdictionBody jurisdiction() {
        Jurisdiction open = CurrentJurisdiction.get();
        PublishedJurisdiction.Profile profile = published.profile();
        return new JurisdictionBody(
                open.code(),
                open.name(),
                open.locale(),
                open.zone().getId(),
                profile.fictional(),
                profile.bounds(),
                profile.center(),
                profile.boundary(),
                profile.hotline().map(number -> hotline(number, profile)).orElse(null),
                basemap(),
                settings.attribution(),
                clock instanceof SimulatedClock simulated
                        ? new SimulatedTimeBody(simulated.instant(), simulated.speed())
                        : null,
                modules.list());
    }

    private HotlineBody hotline(String number, PublishedJurisdiction.Profile profile) {
        PublishedJurisdiction.Hotline hotline = published.hotline();
        OpeningState now = hotline.calendar().at(clock.instant());
        List<HoursBody> week = hotline.hours().stream()
                .map(day -> new HoursBody(day.weekday().getValue(), HOUR.format(day.opens()), closing(day.closes())))
                .toList();
        return new HotlineBody(number, profile.hotlineCostNote(), now.open(), now.opensAt(), now.closesAt(), week);
    }

    private static String closing(LocalTime closes) {
        return closes.equals(LocalTime.MAX) ? "24:00" : HOUR.format(closes);
    }

    private BasemapBody basemap() {
        return settings.rasterUrl().isEmpty()
                ? new BasemapBody("vector", null, null)
                : new BasemapBody("raster", settings.rasterUrl(), settings.rasterAttribution());
    }
}
