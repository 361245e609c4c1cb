package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param trial noisy turns are not taken again: only to see that all runs
 */
record Options(List<Group> groups, Size size, int rounds, Duration length, boolean trial) {

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_SECONDS = 60;

    static Options of(String... arguments) {
        List<Group> groups = new ArrayList<>();
        Size size = Size.GREAT;
        int rounds = 2;
        int seconds = 10;
        boolean trial = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            switch (argument) {
                case "--size" -> size = Size.named(value(arguments, ++i));
                case "--trial" -> trial = true;
                case "--rounds" -> rounds = number(argument, value(arguments, ++i), MOST_ROUNDS);
                case "--seconds" -> seconds = number(argument, value(arguments, ++i), MOST_SECONDS);
                default -> groups.add(Group.named(argument));
            }
        }
        return new Options(
                groups.isEmpty() ? Arrays.asList(Group.values()) : List.copyOf(groups),
                size,
                rounds,
                Duration.ofSeconds(seconds),
                trial);
    }

    private static String value(String[] arguments, int place) {
        if (place >= arguments.length) {
            throw new IllegalArgumentException(arguments[place - 1] + " needs a value");
        }
        return arguments[place];
    }

    private static int number(String option, String text, int most) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(option + " is a number from 1 to " + most + ", not " + text);
        }
        return Integer.parseInt(text);
    }
}
