package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.RequestKind;
import org.vigie.request.Channel;

/** When what comes in by which channel: as many a year as Auxerre's town hall counted. */
final class Arrivals {

    private static final int[] A_YEAR = {5_580, 5_730, 5_890};
    private static final List<Channel> CHANNELS = List.of(
            Channel.PHONE,
            Channel.WEB,
            Channel.APP,
            Channel.COUNTER,
            Channel.EMAIL,
            Channel.LETTER,
            Channel.COUNCIL,
            Channel.PATROL);
    private static final Draw CHANNEL = new Draw(45, 20, 15, 6, 7, 2, 1.5, 3.5);
    private static final Duration LATEST = Duration.ofMinutes(20);

    private final Habits habits;
    private final List<Category> categories;
    private final Draw category;
    private final ZoneId zone;
    private final SplittableRandom random;

    /** The archive's: the same three years every time. */
    Arrivals(Habits habits, List<Category> categories, ZoneId zone) {
        this(habits, categories, zone, 5_500_6_000L);
    }

    Arrivals(Habits habits, List<Category> categories, ZoneId zone, long seed) {
        this.random = new SplittableRandom(seed);
        this.habits = habits;
        this.categories = List.copyOf(categories);
        this.zone = zone;
        this.category =
                new Draw(categories.stream().mapToDouble(c -> habit(c).weight()).toArray());
    }

    /** The last three years, oldest first; the last one came in twenty minutes before now. */
    List<Arrival> until(Instant now) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int year = 0; year < A_YEAR.length; year++) {
            Instant from = now.atZone(zone).minusYears(A_YEAR.length - year).toInstant();
            Instant to = now.atZone(zone).minusYears(A_YEAR.length - year - 1L).toInstant();
            Year days = new Year(from, to.minus(LATEST));
            for (int i = 0; i < A_YEAR[year]; i++) {
                arrivals.add(days.arrival());
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    /** What will come in from now on until then, at most a year later, in its order. */
    List<Arrival> between(Instant now, Instant then) {
        Year days = new Year(now, now.atZone(zone).plusYears(1).toInstant());
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < A_YEAR[A_YEAR.length - 1]; i++) {
            Arrival arrival = days.arrival();
            if (arrival.at().isBefore(then)) {
                arrivals.add(arrival);
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private Habits.Habit habit(Category of) {
        return Objects.requireNonNull(habits.categories().get(of.code()), of.code());
    }

    /** One year's days, and how much of each category falls on which. */
    private final class Year {
        private final Instant from;
        private final Instant to;
        private final List<LocalDate> days;
        private final Map<Key, Draw> draws = new HashMap<>();

        private record Key(String category, Channel channel) {}

        Year(Instant from, Instant to) {
            this.from = from;
            this.to = to;
            this.days = from.atZone(zone)
                    .toLocalDate()
                    .datesUntil(to.atZone(zone).toLocalDate().plusDays(1))
                    .toList();
        }

        Arrival arrival() {
            Category about = categories.get(category.next(random));
            Channel channel = channel(about);
            Draw day = draws.computeIfAbsent(new Key(about.code(), channel), key -> draw(about, channel));
            while (true) {
                Instant at = days.get(day.next(random))
                        .atTime(Hours.next(channel, about.isUrgent(), random))
                        .atZone(zone)
                        .toInstant();
                if (at.isAfter(from) && at.isBefore(to)) {
                    return new Arrival(at, about, habit(about), channel);
                }
            }
        }

        private Draw draw(Category about, Channel channel) {
            Habits.Habit habit = habit(about);
            List<Double> months = Objects.requireNonNull(habits.seasons().get(habit.season()));
            Channel counted = about.isUrgent() ? Channel.WEB : channel;
            return new Draw(days.stream()
                    .mapToDouble(day -> months.get(day.getMonthValue() - 1)
                            * Almanac.weight(day, counted)
                            * (Almanac.isStormy(day) ? Math.max(1, habit.storm()) : 1))
                    .toArray());
        }
    }

    /** Our patroller sees what lies in the street and nothing else; urgent things are telephoned. */
    private Channel channel(Category about) {
        Channel drawn = CHANNELS.get(CHANNEL.next(random));
        boolean unfit = drawn == Channel.PATROL && (about.kind() != RequestKind.INCIDENT || about.isPrivate());
        boolean slow =
                about.isUrgent() && (drawn == Channel.LETTER || drawn == Channel.COUNCIL || drawn == Channel.EMAIL);
        return unfit || slow ? Channel.PHONE : drawn;
    }
}
