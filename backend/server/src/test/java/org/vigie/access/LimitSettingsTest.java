package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The limits as they come with the service, and what is no limit. */
class LimitSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(PublicLimits.class);

    @Test
    void nobodyIsExemptUnlessSomebodySaysSo() {
        service.run(context -> {
            LimitSettings settings = context.getBean(LimitSettings.class);
            assertThat(settings.unlimitedNetworks()).isEmpty();
            assertThat(settings.processes()).isEqualTo(1);
            assertThat(settings.of(PublicDoor.REPORT)).isEqualTo(new LimitSettings.Limit(10, 30, Duration.ofHours(1)));
        });
    }

    @Test
    void theEnvironmentNamesNetworksThatAreExempt() {
        service.withPropertyValues("VIGIE_UNLIMITED_NETWORKS=203.0.113.0/24,2001:db8::/48")
                .run(context -> assertThat(context.getBean(LimitSettings.class).unlimitedNetworks())
                        .containsExactly("203.0.113.0/24", "2001:db8::/48"));
    }

    @Test
    void theServiceDoesNotStartOnWhatIsNoLimit() {
        service.withPropertyValues("vigie.limits.reports.per-device=0")
                .run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("vigie.limits.unlimited-networks=town-hall.example")
                .run(context -> assertThat(context).hasFailed());
    }
}
