package org.vigie.demo.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.vigie.demo.life.Coming;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.request.Requester;

/** What becomes of each report at the desk: taken in, looked at, asked about, handed over, answered, closed; or left lying. */
final class Lives {

    private static final double NEVER_LOOKED_AT = 0.04;
    private static final double REJECTED = 0.02;
    private static final double ASKED = 0.07;
    private static final double ANSWERS = 0.75;
    private static final double HANDED_OVER = 0.06;
    private static final double NOT_CONTENT = 0.06;

    /** A report and what is known of it since. */
    record Life(UUID id, Coming.Report report, String tracking) {
        String desk(String path) {
            return "/api/desk/requests/" + id + path;
        }
    }

    private final Agenda agenda;
    private final Troupe.Actors actors;
    private final Times times;
    private final SplittableRandom random;
    private final Works works;
    private final Reading reading;
    private Instant now = Instant.EPOCH;

    Lives(Agenda agenda, Troupe.Actors actors, Times times, SplittableRandom random) {
        this.agenda = agenda;
        this.actors = actors;
        this.times = times;
        this.random = random;
        this.works = new Works(this);
        this.reading = new Reading(actors);
    }

    Agenda agenda() {
        return agenda;
    }

    Troupe.Actors actors() {
        return actors;
    }

    Times times() {
        return times;
    }

    SplittableRandom random() {
        return random;
    }

    Instant now() {
        return now;
    }

    /** Whatever is done next is done at that instant. */
    void at(Instant instant) {
        now = instant;
    }

    void begin(Coming.Report report) {
        reading.look(report);
        Visitor visitor = switch (report.channel()) {
            case WEB, APP -> actors.resident();
            case PATROL -> actors.patroller();
            default -> actors.anyOfTheFrontOffice(random);
        };
        String door = switch (report.channel()) {
            case WEB, APP -> "/api/requests";
            case PATROL -> "/api/field/requests";
            default -> "/api/desk/requests";
        };
        Visitor.Answer receipt = visitor.submit(door, body(report), "simulated-" + new UUID(random.nextLong(), 2));
        if (receipt.isDone()) {
            String tracking = receipt.text("/trackingUrl").replaceFirst("^/[^/]+", "/api");
            Life life = new Life(UUID.fromString(receipt.text("/id")), report, tracking);
            if (!once(NEVER_LOOKED_AT)) {
                Instant when = report.urgent()
                        ? times.soon(now, Duration.ofMinutes(4))
                        : times.atWork(now, Duration.ofMinutes(90));
                agenda.add(when, () -> look(life));
            }
        }
    }

    private static Map<String, Object> body(Coming.Report report) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("category", report.category());
        report.position().ifPresent(position -> body.put("position", geoJson(position)));
        body.put("address", report.address());
        body.put("description", report.description());
        report.requester().ifPresent(requester -> body.put("contact", contact(requester)));
        if (report.channel() != Channel.PATROL) {
            body.put("channel", report.channel());
        }
        return body;
    }

    static Map<String, Object> geoJson(Wgs84Point at) {
        return Map.of("type", "Point", "coordinates", new double[] {at.longitudeDegrees(), at.latitudeDegrees()});
    }

    private static Map<String, Object> contact(Requester requester) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("name", requester.name());
        requester.email().ifPresent(email -> contact.put("email", email));
        requester.phone().ifPresent(phone -> contact.put("phone", phone));
        return contact;
    }

    /** Somebody at the desk reads it and decides what follows. */
    private void look(Life life) {
        Visitor desk = actors.anyOfTheFrontOffice(random);
        reading.queue(desk);
        Visitor.Answer seen = desk.get(life.desk(""));
        if (!seen.isDone() || seen.text("/state").equals("FORWARDED")) {
            return;
        }
        if (!life.report().needsIntervention()) {
            agenda.add(times.atWork(now, Duration.ofDays(2)), () -> answer(life));
        } else if (once(REJECTED)) {
            desk.change(life.desk("/transitions"), to("REJECTED", "Hors de nos compétences."), seen);
        } else if (once(ASKED) && !life.report().urgent()) {
            ask(life, desk);
        } else if (once(HANDED_OVER)) {
            handOver(life, desk, seen);
            works.plan(life);
        } else {
            works.plan(life);
        }
    }

    private void ask(Life life, Visitor desk) {
        desk.post(
                life.desk("/messages"),
                Map.of("text", "Pouvez-vous préciser à quelle hauteur de la rue ?", "waits", true));
        if (once(ANSWERS) && !life.tracking().isEmpty()) {
            agenda.add(times.soon(now, Duration.ofDays(1)), () -> {
                actors.resident().post(life.tracking() + "/messages", Map.of("text", "Juste devant l’arrêt de bus."));
                works.plan(life);
            });
        }
    }

    void handOver(Life life, Visitor desk, Visitor.Answer seen) {
        String other = seen.text("/suggestions/1/team/id");
        if (!other.isEmpty()) {
            desk.change(
                    life.desk("/assignment"), Map.of("teamId", other, "reason", "Plus proche et disponible."), seen);
        }
    }

    void answer(Life life) {
        Visitor desk = actors.anyOfTheFrontOffice(random);
        Visitor.Answer seen = desk.get(life.desk(""));
        Visitor.Answer answered = desk.change(
                life.desk("/transitions"),
                Map.of("to", "RESOLVED", "reason", "répondu", "publicText", "Réponse envoyée avec les liens utiles."),
                seen);
        if (answered.isDone()) {
            settled(life);
        }
    }

    /** It is done: whoever asked is content, or says that it is not. */
    void settled(Life life) {
        if (once(NOT_CONTENT) && !life.tracking().isEmpty()) {
            agenda.add(times.soon(now, Duration.ofDays(1)), () -> {
                actors.resident().get(life.tracking());
                actors.resident().post(life.tracking() + "/messages", Map.of("text", "Rien n’a changé."));
                agenda.add(times.atWork(now, Duration.ofHours(4)), () -> reopen(life));
            });
        } else {
            agenda.add(times.atWork(now, Duration.ofDays(3)), () -> move(life, "CLOSED", "réglé"));
        }
    }

    private void reopen(Life life) {
        if (move(life, "REOPENED", "Le demandeur dit que rien n’a changé.")) {
            works.plan(life);
        }
    }

    private boolean move(Life life, String state, String reason) {
        Visitor desk = actors.dispatcher();
        return desk.change(life.desk("/transitions"), to(state, reason), desk.get(life.desk("")))
                .isDone();
    }

    private static Map<String, Object> to(String state, String reason) {
        return Map.of("to", state, "reason", reason);
    }

    boolean once(double share) {
        return random.nextDouble() < share;
    }

    /** The first team that is named there, by its code. */
    static Optional<String> code(Visitor.Answer detail, String pointer) {
        return Optional.of(detail.text(pointer)).filter(code -> !code.isEmpty());
    }
}
