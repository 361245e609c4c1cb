package org.vigie.intake.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.access.Role;
import org.vigie.request.Priority;

class OwnerDealTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void anySequenceOfArrivalsPresencesAndAbsencesLeavesNothingWithoutAnOwnerAndTheLoadEven() {
        for (long seed = 0; seed < 400; seed++) {
            new Life(seed).live(150);
        }
    }

    @Test
    void ofEqualsTheAccountThatWasMadeFirstIsChosenWhateverTheOrderOfTheList() {
        OwnerCandidate first = agent(1, Optional.of(NOW), 4);
        OwnerCandidate second = agent(2, Optional.of(NOW), 4);
        assertThat(chosen(List.of(first, second))).isEqualTo(first);
        assertThat(chosen(List.of(second, first))).isEqualTo(first);
    }

    @Test
    void whereNobodyIsAtWorkWhoeverIsNextGetsItAndOfThoseTheLeastLoaded() {
        OwnerCandidate late = agent(1, Optional.of(NOW.plus(Duration.ofHours(20))), 0);
        OwnerCandidate loaded = agent(2, Optional.of(NOW.plus(Duration.ofHours(12))), 9);
        OwnerCandidate light = agent(3, Optional.of(NOW.plus(Duration.ofHours(12))), 3);
        assertThat(chosen(List.of(late, loaded, light))).isEqualTo(light);
        assertThat(chosen(List.of(late, agent(4, Optional.empty(), 0)))).isEqualTo(late);
    }

    @Test
    void aHeadIsAskedOnlyWhereThereIsNoFrontOfficeOrNobodyOfItComesForWeeks() {
        OwnerCandidate head = new OwnerCandidate(new UUID(0, 9), "Head", Role.HEAD, 3, Optional.of(NOW), 0);
        OwnerCandidate tomorrow = agent(1, Optional.of(NOW.plus(Duration.ofHours(20))), 50);
        assertThat(chosen(List.of(head, tomorrow))).isEqualTo(tomorrow);
        assertThat(chosen(List.of(head, agent(1, Optional.empty(), 0)))).isEqualTo(head);
        assertThat(chosen(List.of(head))).isEqualTo(head);
        assertThat(new OwnerDeal(List.of()).next(Priority.NORMAL)).isEmpty();
    }

    @Test
    void anUrgentRequestWeighsAsMuchAsThreeOthers() {
        OwnerDeal deal = new OwnerDeal(List.of(agent(1, Optional.of(NOW), 0), agent(2, Optional.of(NOW), 0)));
        List<Long> owners = new ArrayList<>();
        for (Priority priority :
                List.of(Priority.URGENT, Priority.NORMAL, Priority.LOW, Priority.NORMAL, Priority.NORMAL)) {
            owners.add(deal.next(priority).orElseThrow().accountId().getLeastSignificantBits());
        }
        assertThat(owners).containsExactly(1L, 2L, 2L, 2L, 1L);
    }

    private static OwnerCandidate chosen(List<OwnerCandidate> candidates) {
        return new OwnerDeal(candidates).next(Priority.NORMAL).orElseThrow();
    }

    private static OwnerCandidate agent(long number, Optional<Instant> next, int load) {
        return new OwnerCandidate(new UUID(0, number), "Agent " + number, Role.FRONT_OFFICE, 1, next, load);
    }

    /** Agents who come and go while requests arrive and end, each step drawn. */
    private static final class Life {

        private final SplittableRandom random;
        private final int agents;
        private final Map<UUID, Integer> loads = new HashMap<>();
        private final Map<UUID, Boolean> present = new HashMap<>();
        /** What everybody had when those who are present now were last as even as they could be. */
        private boolean sameSinceThen;

        private Life(long seed) {
            random = new SplittableRandom(seed);
            agents = 1 + random.nextInt(6);
            for (int i = 1; i <= agents; i++) {
                loads.put(new UUID(0, i), 0);
                present.put(new UUID(0, i), true);
            }
            sameSinceThen = true;
        }

        private void live(int steps) {
            for (int step = 0; step < steps; step++) {
                UUID somebody = new UUID(0, 1 + random.nextInt(agents));
                switch (random.nextInt(10)) {
                    case 0 -> {
                        present.put(somebody, !Boolean.TRUE.equals(present.get(somebody)));
                        sameSinceThen = false;
                    }
                    case 1 -> {
                        loads.computeIfPresent(somebody, (id, load) -> Math.max(0, load - 1 - random.nextInt(3)));
                        sameSinceThen = false;
                    }
                    default -> arrive(1 + random.nextInt(8));
                }
            }
        }

        private void arrive(int howMany) {
            int before = spread();
            OwnerDeal deal = new OwnerDeal(loads.entrySet().stream()
                    .map(each -> agent(each.getKey().getLeastSignificantBits(), next(each.getKey()), each.getValue()))
                    .toList());
            for (int i = 0; i < howMany; i++) {
                UUID owner = deal.next(Priority.NORMAL).orElseThrow().accountId();
                boolean anybody = present.containsValue(true);
                assertThat(present.get(owner)).isEqualTo(anybody);
                int least = loads.entrySet().stream()
                        .filter(each -> !anybody || Boolean.TRUE.equals(present.get(each.getKey())))
                        .mapToInt(Map.Entry::getValue)
                        .min()
                        .orElseThrow();
                assertThat(loads.get(owner)).isEqualTo(least);
                loads.merge(owner, 1, Integer::sum);
            }
            if (sameSinceThen) {
                assertThat(spread()).isLessThanOrEqualTo(1);
            } else {
                assertThat(spread()).isLessThanOrEqualTo(Math.max(1, before));
                sameSinceThen = spread() <= 1;
            }
        }

        private Optional<Instant> next(UUID agent) {
            return Optional.of(Boolean.TRUE.equals(present.get(agent)) ? NOW : NOW.plus(Duration.ofHours(16)));
        }

        /** Between the most and the least loaded of those who are there, or of all when nobody is. */
        private int spread() {
            boolean anybody = present.containsValue(true);
            var there = loads.entrySet().stream()
                    .filter(each -> !anybody || Boolean.TRUE.equals(present.get(each.getKey())))
                    .mapToInt(Map.Entry::getValue)
                    .summaryStatistics();
            return there.getMax() - there.getMin();
        }
    }
}
