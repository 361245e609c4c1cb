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
 * A test against the whole service on real PostGIS. All such tests share one context and one database; each makes jurisdictions of
 * its own ({@link TestJurisdictions}), and tenancy keeps them apart.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({
    TestJurisdictions.class,
    TestCity.class,
    Resident.class,
    FurnishedCities.class,
    FurnishedStaffing.class,
    SentStatements.class
})
public @interface ServiceTest {}
