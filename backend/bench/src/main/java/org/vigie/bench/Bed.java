package org.vigie.bench;

import java.util.Map;

/** What every group stands on: the city, turns that are watched, services that are started for it and stopped after it. */
final class Bed {

    private final City city;
    private final Options options;
    private final ForeignCpu neighbours;

    Bed(City city, Options options, ForeignCpu neighbours) {
        this.city = city;
        this.options = options;
        this.neighbours = neighbours;
    }

    City city() {
        return city;
    }

    Options options() {
        return options;
    }

    ForeignCpu neighbours() {
        return neighbours;
    }

    Rounds rounds() {
        return new Rounds(neighbours, options.rounds(), options.length());
    }

    Service service() throws Exception {
        return service(Map.of());
    }

    /** Each tile is made anew. */
    Service serviceWithoutMemory() throws Exception {
        return service(Map.of("VIGIE_MAP_REQUESTCACHEMEGABYTES", "0"));
    }

    private Service service(Map<String, String> settings) throws Exception {
        return Service.start(city.database(), city.size().database(), settings);
    }
}
