package org.vigie.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole service where time stands still until it is let pass. All such tests share one context and one database,
 * apart from those of {@link ServiceTest}; what the clock shows only grows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vigie.time.simulated=true", "vigie.time.speed=0"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({TestJurisdictions.class, TestCity.class, Resident.class})
public @interface SimulatedTimeTest {}
