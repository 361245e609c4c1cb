package org.vigie.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application context a new database of the private cluster. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String url = PrivatePostgis.instance().newDatabase();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh-database",
                        Map.of(
                                "vigie.database.url",
                                url,
                                "vigie.database.user",
                                PrivatePostgis.OWNER,
                                "vigie.database.password",
                                PrivatePostgis.PASSWORD,
                                "vigie.database.service-password",
                                PrivatePostgis.PASSWORD,
                                "vigie.database.reader-password",
                                PrivatePostgis.PASSWORD,
                                // All tests are one address; those of the limits come from elsewhere.
                                "vigie.limits.unlimited-networks",
                                "127.0.0.0/8",
                                "vigie.files.directory",
                                "target/test-files",
                                "vigie.mail.catch-directory",
                                "target/test-mail",
                                "vigie.secret",
                                "only-for-tests-only-for-tests-only",
                                // Nobody out there is to be waited for.
                                "vigie.outside.timeout",
                                "1s")));
    }
}
