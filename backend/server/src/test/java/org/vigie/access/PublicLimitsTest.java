package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicLimitsTest {

    private static final Jurisdiction TOWN =
            new Jurisdiction(new UUID(0, 1), "town", "Town", "fr", ZoneId.of("Europe/Paris"));
    private static final PublicLimits.Caller SOMEBODY =
            new PublicLimits.Caller(Optional.of(new UUID(1, 1)), "203.0.113.9");

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void givesBackWhatWasUsedUpEvenlyOverThePeriod() {
        PublicLimits limits = limits(1);
        assertThat(passing(limits, SOMEBODY, 12)).isEqualTo(10);

        now = now.plus(Duration.ofMinutes(6));

        assertThat(passing(limits, SOMEBODY, 3)).isEqualTo(1);
        now = now.plus(Duration.ofHours(5));
        assertThat(passing(limits, SOMEBODY, 12)).isEqualTo(10);
    }

    @Test
    void saysHowLongToWaitInWholeMinutes() {
        PublicLimits limits = limits(1);
        passing(limits, SOMEBODY, 10);
        now = now.plusSeconds(90);

        assertThatThrownBy(() -> take(limits, SOMEBODY)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo("too-many-reports");
            assertThat(refusal.values()).containsExactly(5L);
        });
    }

    @Test
    void boundsAnAddressWhateverTheCookies() {
        PublicLimits limits = limits(1);
        int passed = 0;
        for (int i = 0; i < 40; i++) {
            passed += passing(limits, from(i, "2001:db8:1:2::" + Integer.toHexString(i)), 1);
        }

        assertThat(passed).isEqualTo(30);
        assertThat(passing(limits, from(99, "2001:db8:1:3::1"), 1)).isEqualTo(1);
    }

    @Test
    void countsWhatTheAddressRefusedAgainstNoDevice() {
        PublicLimits limits = limits(1);
        for (int i = 0; i < 30; i++) {
            passing(limits, from(i, "203.0.113.9"), 1);
        }
        PublicLimits.Caller late = from(99, "203.0.113.9");
        assertThat(passing(limits, late, 5)).isZero();

        assertThat(passing(limits, from(99, "198.51.100.1"), 11)).isEqualTo(10);
    }

    @Test
    void leavesNamedNetworksAlone() {
        PublicLimits limits = limits(1);

        assertThat(passing(limits, from(1, "10.1.2.3"), 100)).isEqualTo(100);
        assertThat(passing(limits, from(1, "2001:db8:ff::7"), 100)).isEqualTo(100);
    }

    @Test
    void grantsEachOfSeveralProcessesItsPart() {
        assertThat(passing(limits(4), SOMEBODY, 12)).isEqualTo(3);
    }

    @Test
    void whatCameToNothingNewCostsNothing() {
        PublicLimits limits = limits(1);
        for (int i = 0; i < 50; i++) {
            take(limits, SOMEBODY);
            CurrentJurisdiction.inside(TOWN, () -> limits.giveBack(PublicDoor.REPORT, SOMEBODY));
        }

        assertThat(passing(limits, SOMEBODY, 12)).isEqualTo(10);
    }

    @Test
    void tellsAHouseholdByItsAddressOrItsSlash64() {
        assertThat(ClientNetwork.of("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(ClientNetwork.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientNetwork.of("2001:db8:1:2::"));
        assertThat(ClientNetwork.of("2001:db8:1:2::")).isNotEqualTo(ClientNetwork.of("2001:db8:1:3::"));
    }

    private static PublicLimits.Caller from(int device, String address) {
        return new PublicLimits.Caller(Optional.of(new UUID(2, device)), address);
    }

    private static int passing(PublicLimits limits, PublicLimits.Caller caller, int times) {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            try {
                take(limits, caller);
                passed++;
            } catch (Refusal tooMany) {
                assertThat(tooMany.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
            }
        }
        return passed;
    }

    private static void take(PublicLimits limits, PublicLimits.Caller caller) {
        CurrentJurisdiction.inside(TOWN, () -> limits.take(PublicDoor.REPORT, caller));
    }

    private PublicLimits limits(int processes) {
        LimitSettings.Limit limit = new LimitSettings.Limit(10, 30, Duration.ofHours(1));
        return new PublicLimits(
                new LimitSettings(
                        limit, limit, limit, limit, limit, limit, processes, List.of("10.0.0.0/8", "2001:db8:ff::/48")),
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now;
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                });
    }
}
