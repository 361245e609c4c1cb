package org.vigie.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vigie.intake.address.FoldedText;
import org.vigie.request.Channel;
import org.vigie.request.Requester;

/** The people of Aubrelle who ask: a few of them often. Numbers are of the ranges kept for fiction. */
final class Neighbours {

    private static final int PEOPLE = 4200;
    private static final double TELLS_CONTACT_ONLINE = 0.62;

    private record Person(String name, String email, String phone) {}

    private final List<Person> people = new ArrayList<>();

    Neighbours(Names names) {
        SplittableRandom random = new SplittableRandom(42_000L);
        for (int i = 0; i < PEOPLE; i++) {
            String name = names.any(random);
            String plain = FoldedText.of(name).replace(' ', '.');
            String range = random.nextInt(4) == 0 ? "01 99 00" : "06 39 98";
            String phone = "%s %02d %02d".formatted(range, random.nextInt(100), random.nextInt(100));
            people.add(new Person(name, plain + (i % 90 + 10) + "@example.org", phone));
        }
    }

    /** Who asks, by what they leave on that channel; nobody for our own patroller and for those who stay unnamed. */
    Optional<Requester> next(Channel channel, SplittableRandom random) {
        double often = random.nextDouble();
        Person person = people.get((int) (often * often * often * PEOPLE));
        Optional<String> email = Optional.of(person.email());
        Optional<String> phone = Optional.of(person.phone());
        boolean named = Draw.once(TELLS_CONTACT_ONLINE, random);
        boolean both = Draw.once(0.3, random);
        return switch (channel) {
            case PHONE -> Optional.of(new Requester(person.name(), both ? email : Optional.empty(), phone, "fr"));
            case COUNTER, LETTER, COUNCIL ->
                Optional.of(new Requester(
                        person.name(), both ? email : Optional.empty(), named ? phone : Optional.empty(), "fr"));
            case PATROL -> Optional.empty();
            case EMAIL -> Optional.of(new Requester(person.name(), email, Optional.empty(), "fr"));
            default ->
                named
                        ? Optional.of(
                                new Requester(both ? person.name() : "", email, both ? phone : Optional.empty(), "fr"))
                        : Optional.empty();
        };
    }
}
