package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

@ServiceTest
class PagesTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestJurisdictions jurisdictions;

    @Test
    void theFieldPageCanBeInstalledUnderItsOwnJurisdiction() throws Exception {
        assumeTrue(new ClassPathResource("static/field.webmanifest").exists(), "the pages are not built");
        String code = jurisdictions.square().code();

        Answers manifest = Answers.to(http, get("/" + code + "/field.webmanifest"));

        assertThat(manifest.status()).isEqualTo(200);
        assertThat(manifest.header("Content-Type")).isEqualTo("application/manifest+json");
        assertThat(manifest.<String>at("$.start_url")).isEqualTo("field");
        String icon = manifest.at("$.icons[0].src");
        assertThat(Answers.to(http, get(icon)).status()).isEqualTo(200);
    }

    @Test
    void onlyTheMapMadeForFramesMayBeShownInOneAndItSetsNoCookie() throws Exception {
        String code = jurisdictions.square().code();
        Answers embed = Answers.to(http, get("/" + code + "/embed?domain=roads"));

        if (embed.status() == 200) {
            assertThat(embed.header("Content-Security-Policy")).contains("frame-ancestors *;", "default-src 'self'");
        }
        assertThat(embed.headers("X-Frame-Options")).isEmpty();
        assertThat(embed.headers("Set-Cookie")).isEmpty();
        for (String path :
                List.of("/", "/desk", "/field", "/track/embed", "/api/jurisdiction", "/embed/desk", "/desk?embed")) {
            Answers other = Answers.to(http, get("/" + code + path));
            assertThat(other.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(other.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
        }
    }
}
