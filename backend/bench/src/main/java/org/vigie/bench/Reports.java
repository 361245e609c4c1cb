package org.vigie.bench;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports of residents, as the page sends them: each from a place of its own, with words, an address and an e-mail address. */
final class Reports {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final int TOLD_TO_COME_AGAIN = 503;

    private final List<City.Place> places;
    private final AtomicInteger next = new AtomicInteger();

    Reports(City city) {
        this.places = city.places(2000);
    }

    Clients.Outcome send(KeptConnection connection) throws IOException {
        KeptConnection.Answer answer = answer(connection);
        return new Clients.Outcome(answer.status() == 201, answer.body().length);
    }

    /** @return the id that the request got */
    String report(KeptConnection connection) throws IOException {
        String text = answer(connection).text();
        Matcher id = ID.matcher(text);
        if (!id.find()) {
            throw new IllegalStateException(text);
        }
        return id.group(1);
    }

    private KeptConnection.Answer answer(KeptConnection connection) throws IOException {
        int n = next.getAndIncrement();
        City.Place place = places.get(n % places.size());
        KeptConnection.Answer answer = connection.post(
                "/" + City.CODE + "/api/requests",
                """
                {"category":"c%d","description":"Un grand trou devant la boulangerie, il faut slalomer","address":"%d rue des Tanneurs",
                 "contact":{"name":"Jeanne Mesure","email":"jeanne@example.org"},"photos":[],
                 "position":{"type":"Point","coordinates":[%.6f,%.6f]}}
                """.formatted(1 + n % 20, n % 200, place.longitude(), place.latitude()),
                "Idempotency-Key: " + UUID.randomUUID());
        if (answer.status() != 201 && answer.status() != TOLD_TO_COME_AGAIN) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
