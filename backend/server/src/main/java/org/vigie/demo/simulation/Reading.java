package org.vigie.demo.simulation;

import org.vigie.demo.life.Coming;

/** Those who only look: maps and lists, as the pages ask for them. */
final class Reading {

    private static final int ZOOM = 15;

    private final Troupe.Actors actors;

    Reading(Troupe.Actors actors) {
        this.actors = actors;
    }

    /** Whoever reports online has looked at the map, and at what is known nearby. */
    void look(Coming.Report report) {
        Visitor resident = actors.resident();
        resident.get("/api/requests/counts");
        resident.get("/api/requests?limit=50");
        report.position().ifPresent(at -> {
            resident.get("/api/requests/nearby?lon=%s&lat=%s".formatted(at.longitudeDegrees(), at.latitudeDegrees()));
            long across = 1L << ZOOM;
            long x = (long) ((at.longitudeDegrees() + 180) / 360 * across);
            double latitude = Math.toRadians(at.latitudeDegrees());
            long y = (long) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * across);
            resident.get("/tiles/requests/%d/%d/%d.mvt".formatted(ZOOM, x, y));
        });
    }

    void queue(Visitor desk) {
        desk.get("/api/desk/requests");
    }
}
