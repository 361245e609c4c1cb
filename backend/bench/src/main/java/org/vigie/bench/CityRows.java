package org.vigie.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.vigie.territory.CitySectors;

/** The n-th request of the city with what belongs to it, as lines of COPY. Received one after the other, so that ids rise with time. */
final class CityRows {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final String[] OPEN_STATES = {"RECEIVED", "ASSIGNED", "IN_PROGRESS"};
    private static final String NULL = "\\N";

    static final String REQUEST =
            "request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,"
                    + " location_source, address, sector_id, sector_version_id, placement_rule, metres_to_edge, service_id, team_id,"
                    + " assignment_rule, owner_account_id, next_commitment, next_starts_at, next_due_at, received_at, changed_at, resolved_at)";
    static final String JOB =
            "intervention.job (jurisdiction_id, job_id, request_id, team_id, step, offered_at, ended_at)";
    static final String DEADLINE =
            "request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at, amount, unit)";
    static final String HISTORY =
            "request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, to_state, public_text, actor_label)";

    /** What the city has, in which requests stand. */
    record Ground(
            UUID jurisdictionId,
            List<String> categories,
            String serviceId,
            List<String> teams,
            List<String> owners,
            CitySectors sectors) {}

    private record Drawn(
            UUID id,
            City.Place place,
            boolean open,
            String state,
            String category,
            Instant received,
            Instant due,
            Instant settled) {}

    private final Ground ground;
    private final HotSpots spots;
    private final int requests;
    private final Instant now;

    CityRows(Ground ground, HotSpots spots, int requests, Instant now) {
        this.ground = ground;
        this.spots = spots;
        this.requests = requests;
        this.now = now;
    }

    private Drawn draw(long n) {
        SplittableRandom random = spots.random(n);
        City.Place place = spots.draw(random);
        boolean open = random.nextDouble() < (double) Size.OPEN / requests;
        double c = random.nextDouble();
        String state = open ? OPEN_STATES[(int) (n % 3)] : random.nextDouble() < 0.05 ? "RESOLVED" : "CLOSED";
        Duration span = YEAR.multipliedBy(Math.max(1, requests / 1_000_000));
        Instant received = now.minus(span).plusMillis(span.toMillis() / requests * n);
        Instant due = now.plusMillis(
                (long) ((random.nextDouble() * 8 - 2) * Duration.ofDays(1).toMillis()));
        Instant settled =
                received.plusMillis((long) (random.nextDouble() * (now.toEpochMilli() - received.toEpochMilli())));
        long high = received.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        String category =
                ground.categories().get((int) (c * c * ground.categories().size()));
        return new Drawn(new UUID(high, low), place, open, state, category, received, due, settled);
    }

    String request(long n) {
        Drawn drawn = draw(n);
        CitySectors.Placed placed =
                ground.sectors().locate(drawn.place().longitude(), drawn.place().latitude());
        return line(
                ground.jurisdictionId(),
                drawn.id(),
                "2025-" + String.format("%08d", n),
                "INCIDENT",
                drawn.state(),
                drawn.category(),
                "Nid-de-poule de 20 cm devant le portail, une roue de vélo y entre.",
                "WEB",
                ewkb(drawn.place()),
                "PIN",
                n % 200 + " rue des Lilas",
                placed.sectorId(),
                placed.versionId(),
                placed.rule(),
                placed.metresToEdge(),
                ground.serviceId(),
                team(n),
                "SECTOR",
                drawn.open() ? owner(n) : null,
                drawn.open() ? "RESOLVE" : null,
                drawn.open() ? earlier(drawn) : null,
                drawn.open() ? drawn.due() : null,
                drawn.received(),
                drawn.received(),
                drawn.open() ? null : drawn.settled());
    }

    String job(long n) {
        Drawn drawn = draw(n);
        return line(
                ground.jurisdictionId(),
                drawn.id(),
                drawn.id(),
                team(n),
                drawn.open() ? "OFFERED" : "DONE",
                drawn.received(),
                drawn.open() ? null : drawn.settled());
    }

    String deadline(long n) {
        Drawn drawn = draw(n);
        return line(
                ground.jurisdictionId(),
                drawn.id(),
                "RESOLVE",
                drawn.open() ? earlier(drawn) : drawn.received(),
                drawn.open() ? drawn.due() : drawn.received().plus(Duration.ofDays(5)),
                drawn.open() ? null : drawn.settled(),
                5,
                "DAYS");
    }

    String history(long n) {
        Drawn drawn = draw(n);
        return line(
                ground.jurisdictionId(),
                drawn.id(),
                drawn.id(),
                drawn.received(),
                "RECEIVED",
                "RECEIVED",
                "Demande reçue",
                "");
    }

    private static Instant earlier(Drawn drawn) {
        return drawn.due().minus(Duration.ofDays(5));
    }

    private String team(long n) {
        return ground.teams().get((int) (n % ground.teams().size()));
    }

    private String owner(long n) {
        return ground.owners().get((int) (n / 3 % ground.owners().size()));
    }

    static String ewkb(City.Place place) {
        ByteBuffer bytes = ByteBuffer.allocate(25).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1)
                .putInt(0x20000001)
                .putInt(4326)
                .putDouble(place.longitude())
                .putDouble(place.latitude());
        return HexFormat.of().formatHex(bytes.array());
    }

    private static String line(Object... values) {
        StringBuilder line = new StringBuilder(400);
        for (Object value : values) {
            if (!line.isEmpty()) {
                line.append('\t');
            }
            line.append(value == null ? NULL : value);
        }
        return line.append('\n').toString();
    }
}
