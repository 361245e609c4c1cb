package org.vigie.demo.simulation;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.demo.Habitants;
import org.vigie.demo.life.Coming;
import tools.jackson.databind.json.JsonMapper;

/** Lets Aubrelle live for some days. */
@Component
public class Simulation {

    private final Habitants habitants;
    private final Categories categories;
    private final Troupe troupe;
    private final Reckoning reckoning;
    private final JsonMapper json;

    Simulation(Habitants habitants, Categories categories, Troupe troupe, Reckoning reckoning, JsonMapper json) {
        this.habitants = habitants;
        this.categories = categories;
        this.troupe = troupe;
        this.reckoning = reckoning;
        this.json = json;
    }

    /**
     * What is asked for.
     *
     * @param city address of the jurisdiction, without a final slash
     * @param speed most simulated seconds in one of the wall's; empty for as fast as it goes
     */
    public record Wish(URI city, int days, long seed, Optional<Integer> speed) {}

    /**
     * Works inside the jurisdiction of the demo city; the service runs elsewhere, on the same database.
     *
     * @param progress hears of each day that has passed
     * @throws Refusal time-is-real when the service does not live in a simulated time
     */
    public Outcome run(Wish wish, Consumer<String> progress) {
        Stopwatch stopwatch = new Stopwatch();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Visitor.World world = new Visitor.World(http, wish.city(), stopwatch, json);
        Instant from = shown(new Visitor(world));
        Troupe.Actors actors = Troupe.enter(troupe.engage(), world);
        ZoneId zone = CurrentJurisdiction.get().zone();
        SplittableRandom random = new SplittableRandom(wish.seed());
        Agenda agenda = new Agenda();
        Lives lives = new Lives(agenda, actors, new Times(zone, random), random);
        Instant to = from.plus(Duration.ofDays(wish.days()));
        Coming.Offer offer = new Coming.Offer(categories.list(), zone, wish.seed());
        habitants.coming(offer).between(from, to).forEach(report -> agenda.add(report.at(), () -> lives.begin(report)));
        long begun = System.nanoTime();
        int acts = live(new Course(wish, from, to, begun), agenda, lives, progress);
        double took = (System.nanoTime() - begun) / 1e9;
        return new Outcome(
                wish.seed(),
                from,
                to,
                took,
                acts,
                reckoning.requests(from),
                reckoning.orphans(from),
                reckoning.promises(from, to),
                reckoning.alarms(from, to),
                stopwatch.endpoints(),
                stopwatch.refusals(),
                stopwatch.errors());
    }

    private record Course(Wish wish, Instant from, Instant to, long begunNanos) {

        /** Not faster than was wished for. */
        void keepPace(Instant at) {
            wish.speed().ifPresent(speed -> {
                long wall = Duration.between(from, at).toNanos() / speed;
                LockSupport.parkNanos(wall - (System.nanoTime() - begunNanos));
            });
        }
    }

    private static int live(Course course, Agenda agenda, Lives lives, Consumer<String> progress) {
        int acts = 0;
        long day = 0;
        for (Optional<Agenda.Entry> next = agenda.next(course.to());
                next.isPresent();
                next = agenda.next(course.to())) {
            Instant at = next.get().at();
            course.keepPace(at);
            passTo(at, lives);
            next.get().act().run();
            acts++;
            long passed = Duration.between(course.from(), at).toDays();
            if (passed > day) {
                day = passed;
                progress.accept(
                        "day %d of %d: %,d acts".formatted(day, course.wish().days(), acts));
            }
        }
        passTo(course.to(), lives);
        return acts;
    }

    private static void passTo(Instant at, Lives lives) {
        Visitor.Answer shown = lives.actors().administrator().put("/api/desk/clock", Map.of("now", at));
        if (!shown.isDone()) {
            throw new IllegalStateException("time does not pass: " + shown.body());
        }
        lives.at(Instant.parse(shown.text("/now")));
    }

    private static Instant shown(Visitor anyone) {
        String now = anyone.get("/api/jurisdiction").text("/simulatedTime/now");
        if (now.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "time-is-real");
        }
        return Instant.parse(now);
    }
}
