package org.vigie.dispatch.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long it took until somebody was there, and how long it would take; the method is stated at {@link Preview.Forecast}. */
final class TimeForecast {

    private record Measured(double minutes, UUID category, UUID before, UUID after) {}

    private final List<Measured> onSite = new ArrayList<>();
    private final List<Measured> travel = new ArrayList<>();

    /** @param before team by the version @param after by the draft */
    void add(PastYear.Past past, UUID before, UUID after) {
        UUID category = past.request().categoryId();
        past.job().ifPresent(job -> {
            double minutes = Duration.between(past.request().receivedAt(), job.onSiteAt())
                            .toSeconds()
                    / 60.0;
            onSite.add(new Measured(minutes, category, before, after));
            job.travelMinutes().ifPresent(way -> travel.add(new Measured(way, category, before, after)));
        });
    }

    Preview.Forecast forecast() {
        return new Preview.Forecast(forecast(onSite), forecast(travel), onSite.size());
    }

    private static Preview.@Nullable Pair forecast(List<Measured> measured) {
        Minutes known = new Minutes();
        measured.forEach(each -> known.add(each.minutes(), keys(each.before(), each.category())));
        double[] before = measured.stream().mapToDouble(Measured::minutes).toArray();
        double[] after =
                measured.stream().mapToDouble(each -> expected(each, known)).toArray();
        Optional<Double> now = Minutes.median(before);
        Optional<Double> then = Minutes.median(after);
        return now.isPresent() && then.isPresent() ? new Preview.Pair(now.get(), then.get()) : null;
    }

    private static double expected(Measured each, Minutes known) {
        return each.before().equals(each.after())
                ? each.minutes()
                : known.median(keys(each.after(), each.category())).orElse(each.minutes());
    }

    private static List<Object> keys(UUID team, UUID category) {
        return List.of(List.of(team, category), team, TimeForecast.class);
    }
}
