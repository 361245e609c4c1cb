package org.vigie.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Screens that wait for the first word of each report. What happens to a request in one moment comes as one event or as several, so that, unlike
 * those of {@link Screens}, these read what they get.
 */
final class ReportScreens implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"}$");
    private static final long GREETED_MILLIS = 1_000;

    private final List<Socket> sockets = new ArrayList<>();
    /** Of each screen: when a request was first heard of, by {@link System#nanoTime}. */
    private final List<Map<String, Long>> heard = new ArrayList<>();

    ReportScreens(int count, int port, String path) throws IOException, InterruptedException {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(request);
            Map<String, Long> first = new ConcurrentHashMap<>();
            sockets.add(socket);
            heard.add(first);
            Thread.ofVirtual().start(() -> read(socket, first));
        }
        Thread.sleep(GREETED_MILLIS);
    }

    private static void read(Socket socket, Map<String, Long> first) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher request = REQUEST.matcher(line);
                if (line.startsWith("data:") && request.find()) {
                    first.putIfAbsent(request.group(1), System.nanoTime());
                }
            }
        } catch (IOException closed) {
            // What did not come by then is counted as failed.
        }
    }

    /** @param sent when each request was sent, by {@link System#nanoTime}; one of which a screen does not hear in time has failed */
    Sample await(Map<String, Long> sent, double seconds, long longestMillis) throws InterruptedException {
        long begun = System.nanoTime();
        while (!heard.stream().allMatch(first -> first.keySet().containsAll(sent.keySet()))
                && System.nanoTime() - begun < longestMillis * 1_000_000) {
            Thread.sleep(20);
        }
        long[] nanos = heard.stream()
                .flatMapToLong(first -> sent.entrySet().stream()
                        .filter(each -> first.containsKey(each.getKey()))
                        .mapToLong(each -> first.getOrDefault(each.getKey(), 0L) - each.getValue()))
                .toArray();
        Arrays.sort(nanos);
        return new Sample(
                nanos.length / seconds,
                Clients.percentile(nanos, 0.5) / 1e6,
                Clients.percentile(nanos, 0.99) / 1e6,
                0,
                (long) sent.size() * sockets.size() - nanos.length);
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
