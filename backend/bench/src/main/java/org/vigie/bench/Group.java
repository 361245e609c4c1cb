package org.vigie.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Goals that are measured together. */
enum Group {
    T("tiles", new TileGroup()),
    F("features", new FeatureGroup()),
    K("nearest", new NearestGroup()),
    L("lookup", new LookupGroup()),
    I("intake", new IntakeGroup()),
    B("imports", new ImportGroup()),
    S("streams", new StreamGroup()),
    G("growth", new GrowthGroup()),
    M("memory", new MemoryGroup()),
    U("start", new StartGroup());

    /** Measures, and tells what became of each of its goals. */
    interface Measurement {
        List<Row> run(Bed bed) throws Exception;
    }

    final String what;
    final Measurement measurement;

    Group(String what, Measurement measurement) {
        this.what = what;
        this.measurement = measurement;
    }

    static Group named(String name) {
        return Arrays.stream(values())
                .filter(group -> group.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no group " + name + "; there are "
                        + Arrays.stream(values())
                                .map(group -> group + " (" + group.what + ")")
                                .collect(Collectors.joining(", "))));
    }

    /** Whose row begins with its letter. */
    List<Goal> goals() {
        return Arrays.stream(Goal.values())
                .filter(goal -> goal.row.startsWith(name()))
                .toList();
    }
}
