package org.vigie.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** S: changes as they come to open screens. */
final class StreamGroup implements Group.Measurement {

    private static final String OURS = "ours, 1000 screens";
    private static final String NCHAN = "nchan, 1000 screens";
    private static final String ALONE = "ours, 4000 screens";
    private static final String STALLED = "with one that stalls";
    private static final String PATH = "/" + City.CODE + "/live";
    private static final long LONGEST_MILLIS = 20_000;
    private static final int REPORTS_PER_SECOND = 20;
    private static final String LOCATIONS = """
            location = /events { nchan_subscriber eventsource; nchan_subscriber_first_message newest; nchan_channel_id bench; }
            location = /publish { nchan_publisher; nchan_channel_id bench; nchan_message_buffer_length 10; }
            """;

    private interface Part {
        List<Row> run(Bed bed, Service ours) throws Exception;
    }

    @Override
    public List<Row> run(Bed bed) throws Exception {
        List<Row> rows = new ArrayList<>();
        Bed copy = bed.overCopy();
        try {
            rows.addAll(part(copy, StreamGroup::besideNchan, Goal.S1_RATE, Goal.S1_P99));
            rows.addAll(part(copy, StreamGroup::fourThousand, Goal.S2_P99, Goal.S2_STALLED));
            rows.addAll(part(copy, StreamGroup::screensOfPeople, Goal.S3));
        } finally {
            bed.forgetCopy();
        }
        return rows;
    }

    /** With a service of its own: one that fell over takes no other part with it. */
    private static List<Row> part(Bed bed, Part part, Goal... goals) throws Exception {
        try (Service ours = bed.service()) {
            try {
                return part.run(bed, ours);
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
                String why = e + " " + ours.lastWords();
                return Arrays.stream(goals).map(goal -> Row.broken(goal, why)).toList();
            }
        }
    }

    private static List<Row> besideNchan(Bed bed, Service ours) throws Exception {
        try (Nginx nginx = Nginx.hasEvents() ? Nginx.start(bed, LOCATIONS).orElse(null) : null) {
            List<Side> sides = new ArrayList<>();
            sides.add(Side.of(OURS, length -> ours(bed.city(), ours, 1000, 100, length)));
            if (nginx != null) {
                sides.add(Side.of(NCHAN, length -> nchan(nginx, 1000, 100, length)));
            }
            Map<String, Measured> told = bed.rounds().run(sides);
            return List.of(
                    nginx == null
                            ? Row.absent(Goal.S1_RATE, "nginx with its module nchan is not installed")
                            : Row.ofRates(Goal.S1_RATE, told.get(OURS), told.get(NCHAN)),
                    latency(Goal.S1_P99, told.get(OURS)));
        }
    }

    private static List<Row> fourThousand(Bed bed, Service ours) throws Exception {
        Map<String, Measured> told = bed.rounds()
                .run(List.of(
                        Side.of(ALONE, length -> ours(bed.city(), ours, 4000, 25, length)), Side.of(STALLED, length -> {
                            try (Socket stalled = stalled(ours)) {
                                return ours(bed.city(), ours, 4000, 25, length);
                            }
                        })));
        Measured alone = told.get(ALONE);
        Measured stalled = told.get(STALLED);
        return List.of(
                latency(Goal.S2_P99, alone),
                stalled.failed() > 0
                        ? Row.broken(Goal.S2_STALLED, stalled.failed() + " events did not come")
                        : Row.measured(
                                Goal.S2_STALLED,
                                stalled.p99Millis() / alone.p99Millis(),
                                !alone.isNoisy() && !stalled.isNoisy(),
                                "p99 %s ms, %s ms without"
                                        .formatted(Row.number(stalled.p99Millis()), Row.number(alone.p99Millis()))));
    }

    private static Row latency(Goal goal, Measured measured) {
        return measured.failed() > 0
                ? Row.broken(goal, measured.failed() + " events did not come, or screens were let go")
                : Row.measured(
                        goal,
                        measured.p99Millis(),
                        !measured.isNoisy(),
                        "%s deliveries/s, p50 %s ms"
                                .formatted(Row.number(measured.perSecond()), Row.number(measured.p50Millis())));
    }

    static Sample ours(City city, Service ours, int screens, int perSecond, Duration length) throws Exception {
        int most = (int) (perSecond * length.toSeconds());
        try (Publisher.OfCity publisher = new Publisher.OfCity(city)) {
            Sample sample;
            try (Screens open = new Screens(screens, ours.port(), PATH, most)) {
                sample = open.await(Publisher.at(perSecond, length, open, publisher), LONGEST_MILLIS);
            }
            publisher.letGo();
            return sample;
        }
    }

    private static Sample nchan(Nginx nginx, int screens, int perSecond, Duration length) throws Exception {
        // As long as one of ours.
        String body = "{\"id\":\"0197f0e2-0000-7000-8000-000000000000\",\"change\":\"ASSIGNED\",\"card\":{"
                + "\"x\":\"0123456789\",".repeat(40) + "\"y\":1}}";
        int most = (int) (perSecond * length.toSeconds());
        try (Screens open = new Screens(screens, nginx.port(), "/events", most);
                KeptConnection publisher = new KeptConnection(nginx.base())) {
            return open.await(
                    Publisher.at(perSecond, length, open, n -> publisher.post("/publish", body)), LONGEST_MILLIS);
        }
    }

    /** Opens a stream and reads nothing of it. */
    private static Socket stalled(Service ours) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ours.port()));
        socket.getOutputStream()
                .write(("GET " + PATH + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Whole, from the sending of a report on: its commit lies between that and the answer. */
    private static List<Row> screensOfPeople(Bed bed, Service ours) throws Exception {
        Map<String, Measured> told = bed.rounds()
                .run(List.of(Side.of("report → 100 screens", length -> reported(bed.city(), ours, length))));
        return List.of(latency(Goal.S3, told.get("report → 100 screens")));
    }

    private static Sample reported(City city, Service ours, Duration length) throws Exception {
        Reports reports = new Reports(city);
        Map<String, Long> sent = new HashMap<>();
        try (ReportScreens open = new ReportScreens(100, ours.port(), PATH);
                KeptConnection connection = new KeptConnection(ours.base())) {
            Publisher.at(REPORTS_PER_SECOND, length, n -> {
                long now = System.nanoTime();
                sent.put(reports.report(connection), now);
            });
            return open.await(sent, length.toMillis() / 1e3, LONGEST_MILLIS);
        }
    }
}
