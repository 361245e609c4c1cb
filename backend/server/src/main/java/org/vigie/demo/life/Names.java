package org.vigie.demo.life;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Invents people: first name and last name, each drawn from a list. */
public final class Names {

    private final List<String> firstNames;
    private final List<String> lastNames;
    private final SplittableRandom random = new SplittableRandom(19_580L);
    private final Set<String> taken = new HashSet<>();

    public Names(List<String> firstNames, List<String> lastNames) {
        this.firstNames = List.copyOf(firstNames);
        this.lastNames = List.copyOf(lastNames);
    }

    /** Somebody whose name nobody had before. */
    public String colleague() {
        String name = any(random);
        while (!taken.add(name)) {
            name = any(random);
        }
        return name;
    }

    String any(SplittableRandom drawn) {
        return Draw.from(firstNames, drawn) + " " + Draw.from(lastNames, drawn);
    }
}
