package org.vigie.dispatch.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A public screen over real HTTP that loses its connection again and again, and resumes as a browser does. */
final class Screen implements Runnable {

    record Told(long id, String event, String data) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI address;
    private final Random random;
    final List<Told> changes = new ArrayList<>();
    volatile int connections;
    volatile boolean done;
    volatile long lastId = -1;

    Screen(URI address, long seed) {
        this.address = address;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (!done) {
            try {
                connectOnce(1 + random.nextInt(60));
            } catch (IOException cut) {
                continue;
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void connectOnce(int messages) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (lastId >= 0) {
            request.header("Last-Event-ID", Long.toString(lastId));
        }
        HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        connections++;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < messages && !done; i++) {
                Told told = read(lines);
                if (told == null) {
                    return;
                }
                take(told);
            }
        }
    }

    private synchronized void take(Told told) {
        if (told.event().equals("request")) {
            changes.add(told);
        }
        lastId = told.id();
    }

    synchronized List<Told> changes() {
        return List.copyOf(changes);
    }

    static @Nullable Told read(BufferedReader lines) throws IOException {
        long id = -1;
        String event = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring(4));
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !event.isEmpty()) {
                return new Told(id, event, data);
            }
        }
        return null;
    }
}
