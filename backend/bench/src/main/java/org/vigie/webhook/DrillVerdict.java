package org.vigie.webhook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what the receiver took with what was done in the town. */
final class DrillVerdict {

    private final List<Receiver.Delivery> all;
    private final List<Receiver.Delivery> taken;
    private final String secret;
    private final Map<String, List<String>> done;

    /** @param done the states that each request went through */
    DrillVerdict(Receiver receiver, String secret, Map<String, List<String>> done) {
        this.all = receiver.all();
        this.taken = receiver.taken();
        this.secret = secret;
        this.done = done;
    }

    /**
     * @param refused the request whose events were given up
     * @param sentAgain how many of them came from the desk
     */
    boolean tell(String refused, int sentAgain, int waiting) {
        Map<String, Long> bad = new LinkedHashMap<>();
        bad.put("without a valid signature", all.stream().filter(each -> !Receiver.isSigned(each, secret)).count());
        bad.put("requests never told of", done.keySet().stream().filter(id -> numbers(id).isEmpty()).count());
        bad.put("requests with a gap", done.keySet().stream().filter(id -> hasGap(numbers(id))).count());
        bad.put("requests out of order", done.keySet().stream().filter(id -> !isInOrder(numbers(id))).count());
        bad.put("requests whose states came otherwise", done.keySet().stream().filter(id -> !states(id).equals(done.get(id))).count());
        bad.put("ids of two events", idsOfTwo());
        bad.put("events that still wait", (long) waiting);
        bad.put("requests without a dead letter that was sent again", sentAgain == numbers(refused).size() && sentAgain > 1 ? 0L : 1);
        bad.forEach((what, count) -> System.out.printf("%6d %s%n", count, what));
        long distinct = taken.stream().map(Receiver.Delivery::eventId).distinct().count();
        System.out.printf("%d requests, %d events told by %d deliveries: %d cut off, %d refused, %d taken twice; %d sent again from the desk%n",
                done.size(), distinct, all.size(), count(Receiver.CUT), count(500), taken.size() - distinct, sentAgain);
        boolean holds = bad.values().stream().allMatch(count -> count == 0);
        System.out.println(holds ? "It holds." : "IT DOES NOT HOLD.");
        return holds;
    }

    private long count(int status) {
        return all.stream().filter(each -> each.status() == status).count();
    }

    private List<Integer> numbers(String request) {
        return taken.stream().filter(each -> each.request().equals(request)).map(Receiver.Delivery::number).toList();
    }

    /** The states as they came for the first time each. */
    private List<String> states(String request) {
        return taken.stream()
                .filter(each -> each.request().equals(request) && each.kind().equals("STATE_CHANGED"))
                .collect(Collectors.toMap(Receiver.Delivery::number, each -> each.body().get("state").asString(), (one, again) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .filter(state -> !state.equals("ASSIGNED"))
                .toList();
    }

    private static boolean hasGap(List<Integer> numbers) {
        int most = numbers.stream().mapToInt(each -> each).max().orElse(0);
        return numbers.stream().distinct().count() != most;
    }

    /** A repetition is allowed, a step back to what was never told is not. */
    private static boolean isInOrder(List<Integer> numbers) {
        int told = 0;
        for (int number : numbers) {
            if (number > told + 1) {
                return false;
            }
            told = Math.max(told, number);
        }
        return true;
    }

    private long idsOfTwo() {
        Map<String, String> events = new HashMap<>();
        return all.stream()
                .filter(each -> {
                    String event = each.request() + "/" + each.number();
                    return !event.equals(events.merge(each.eventId(), event, (one, other) -> one));
                })
                .count();
    }
}
