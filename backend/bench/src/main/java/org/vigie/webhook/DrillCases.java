package org.vigie.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in the town during the drill: reports, each of which is taken in hand and resolved later. It is the truth that is compared with. */
final class DrillCases {

    private static final List<String> STATES = List.of("IN_PROGRESS", "RESOLVED");

    private final DrillVisitor resident;
    private final DrillVisitor dispatcher;
    private final Map<String, List<String>> states = new LinkedHashMap<>();

    DrillCases(DrillVisitor resident, DrillVisitor dispatcher) {
        this.resident = resident;
        this.dispatcher = dispatcher;
    }

    /** @return the states of each request so far, by its id */
    Map<String, List<String>> states() {
        return states;
    }

    /** @return the id; sent again under its number it is the same report */
    String report(int number) throws InterruptedException {
        Map<String, Object> report = Map.of(
                "category", "nid-de-poule",
                "description", "Trou no " + number,
                "contact", Map.of(),
                "photos", List.of(),
                "publishPhotos", false,
                "position", Map.of("type", "Point", "coordinates", List.of(2.01 + number % 80 / 1000.0, 47.05)));
        DrillVisitor.Answer receipt =
                resident.send("POST", "requests", Map.of("Idempotency-Key", "webhook-drill-" + number), report);
        String id = receipt.text("/id");
        if (id.isEmpty()) {
            throw new IllegalStateException("report " + number + " was not taken: " + receipt);
        }
        states.putIfAbsent(id, new ArrayList<>());
        return id;
    }

    /** Takes one a step further; one that was killed after it had been done is seen to be done. */
    void further(String id) throws InterruptedException {
        List<String> entered = states.get(id);
        if (entered.size() == STATES.size()) {
            return;
        }
        String next = STATES.get(entered.size());
        DrillVisitor.Answer seen = dispatcher.get("desk/requests/" + id);
        while (!seen.text("/state").equals(next)) {
            dispatcher.send(
                    "POST",
                    "desk/requests/" + id + "/transitions",
                    Map.of("If-Match", seen.revision()),
                    Map.of("to", next, "reason", "r", "publicText", "Vu par le service"));
            seen = dispatcher.get("desk/requests/" + id);
        }
        entered.add(next);
    }
}
