package org.vigie.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vigie.catalogue.Category;
import org.vigie.request.Channel;

/** Puts into words what is reported and what is answered. */
final class Phrases {

    private static final double SAYS_MORE = 0.45;

    private final Habits habits;

    Phrases(Habits habits) {
        this.habits = habits;
    }

    String report(Arrival arrival, Spot spot, SplittableRandom random) {
        Habits.Manner manner = manner(arrival.category());
        List<String> sentences = new ArrayList<>();
        sentences.add(Draw.from(arrival.habit().texts(), random));
        if (arrival.category().kind().needsIntervention() && Draw.once(SAYS_MORE, random)) {
            sentences.add(Draw.from(manner.more(), random));
        }
        if (arrival.channel() != Channel.PATROL) {
            sentences.add(Draw.from(habits.closings(), random));
        }
        String text = String.join(" ", sentences).strip();
        String number = spot.address().number().label();
        String place = Draw.from(habits.places(), random);
        if (!text.contains("{rue}") && text.contains("{ici}")) {
            place = place.replace("{n}", "{n} {rue}");
        }
        return text.replace("{ici}", place)
                .replace("{n}", number)
                .replace("{rue}", street(spot))
                .replace("{depuis}", Draw.from(habits.since(), random))
                .replace("{code}", spot.code());
    }

    String answer(Category category, Habits.Habit habit, SplittableRandom random) {
        Optional<List<String>> own = habit.done();
        return Draw.from(own.orElse(manner(category).done()), random);
    }

    private Habits.Manner manner(Category category) {
        return Objects.requireNonNull(habits.domains().get(category.domainCode()), category.domainCode());
    }

    private static String street(Spot spot) {
        String street = spot.address().street();
        return Character.toLowerCase(street.charAt(0)) + street.substring(1);
    }
}
