package org.vigie.demo.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.demo.drawing.Picture;

/** What the teams do about it: accept, go, arrive, repair; sometimes it cannot be done, and sometimes nobody does anything. */
final class Works {

    private static final double NOBODY_GOES = 0.09;
    private static final double FORGOTTEN = 0.10;
    private static final double CANNOT = 0.04;
    private static final Duration FORGOTTEN_FOR = Duration.ofDays(13);

    private final Lives lives;

    Works(Lives lives) {
        this.lives = lives;
    }

    void plan(Lives.Life life) {
        if (lives.once(NOBODY_GOES)) {
            return;
        }
        boolean urgent = life.report().urgent();
        Duration until = lives.once(FORGOTTEN)
                ? urgent ? Duration.ofMinutes(100) : FORGOTTEN_FOR
                : urgent ? Duration.ofMinutes(6) : Duration.ofHours(20);
        lives.agenda().add(when(life, until), () -> accept(life));
    }

    private Instant when(Lives.Life life, Duration about) {
        return life.report().urgent()
                ? lives.times().soon(lives.now(), about)
                : lives.times().atWork(lives.now(), about);
    }

    private void accept(Lives.Life life) {
        Visitor.Answer seen = lives.actors().dispatcher().get(life.desk(""));
        Optional<Visitor> worker = Lives.code(seen, "/job/team/code").flatMap(lives.actors()::of);
        if (worker.isEmpty()) {
            // The desk's own team does not go out.
            lives.answer(life);
            return;
        }
        worker.get().get("/api/field/jobs");
        if (step(life, worker.get(), "ACCEPTED", "")) {
            lives.agenda()
                    .add(
                            when(life, life.report().urgent() ? Duration.ofMinutes(4) : Duration.ofDays(2)),
                            () -> go(life));
        }
    }

    private void go(Lives.Life life) {
        inTheField(life, "EN_ROUTE", "", worker -> {
            life.report()
                    .position()
                    .ifPresent(at -> worker.post("/api/field/position", Map.of("position", Lives.geoJson(at))));
            lives.agenda().add(lives.times().soon(lives.now(), Duration.ofMinutes(14)), () -> arrive(life));
        });
    }

    private void arrive(Lives.Life life) {
        inTheField(
                life,
                "ON_SITE",
                "",
                worker -> lives.agenda().add(lives.times().soon(lives.now(), Duration.ofMinutes(50)), () -> end(life)));
    }

    private void end(Lives.Life life) {
        if (lives.once(CANNOT)) {
            inTheField(
                    life,
                    "IMPOSSIBLE",
                    "Il manque une nacelle.",
                    worker -> lives.agenda()
                            .add(lives.times().atWork(lives.now(), Duration.ofHours(3)), () -> again(life)));
        } else {
            inTheField(life, "DONE", "Fait ce jour par l’équipe.", worker -> lives.settled(life));
        }
    }

    /** It came back: the desk gives it to another team. */
    private void again(Lives.Life life) {
        Visitor desk = lives.actors().dispatcher();
        Visitor.Answer seen = desk.get(life.desk(""));
        lives.handOver(life, desk, seen);
        plan(life);
    }

    private void inTheField(Lives.Life life, String step, String note, java.util.function.Consumer<Visitor> then) {
        Visitor.Answer seen = lives.actors().dispatcher().get(life.desk(""));
        Lives.code(seen, "/job/team/code")
                .flatMap(lives.actors()::of)
                .filter(worker -> step(life, worker, step, note))
                .ifPresent(then);
    }

    private boolean step(Lives.Life life, Visitor worker, String step, String note) {
        String job = lives.actors().dispatcher().get(life.desk("")).text("/job/id");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("receiptId", new UUID(lives.random().nextLong(), 3));
        body.put("step", step);
        body.put("at", lives.now());
        body.put("note", note);
        if (step.equals("DONE")) {
            body.putAll(proof(worker));
        }
        return !job.isEmpty()
                && worker.post("/api/field/jobs/" + job + "/steps", body).isDone();
    }

    /** All that any report of a job is asked for. */
    private Map<String, Object> proof(Visitor worker) {
        UUID photo = new UUID(lives.random().nextLong(), 4);
        worker.photo(photo, Picture.after(lives.random().nextLong()));
        return Map.of("photos", List.of(photo), "cause", "usure", "quantity", 1, "quantityUnit", "u");
    }
}
