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
        return new Rounds(neighbours, options.rounds(), options.length(), options.trial() ? 1 : Rounds.ATTEMPTS);
    }

    Service service() throws Exception {
        return service(Map.of());
    }

    /** Each tile is made anew. */
    Service serviceWithoutMemory() throws Exception {
        return service(Map.of("VIGIE_MAP_REQUESTCACHEMEGABYTES", "0"));
    }

    Service service(Map<String, String> settings) throws Exception {
        Service service = Service.start(city.database(), city.name(), settings);
        neighbours.own(service.pid());
        return service;
    }

    /** The same over another city. */
    Bed over(City other) {
        return new Bed(other, options, neighbours);
    }

    /** The same over a copy of the city, for whoever changes it; thrown away with the next one. */
    Bed overCopy() {
        String copy = "bench_copy";
        city.database()
                .execute(
                        "postgres",
                        "drop database if exists " + copy + " with (force)",
                        "create database " + copy + " template " + city.size().database()
                                + " owner vigie_owner strategy file_copy");
        return over(new City(city.database(), city.size(), copy));
    }

    void forgetCopy() {
        city.database().execute("postgres", "drop database if exists bench_copy with (force)");
    }
}
