package org.vigie.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestImages;

@ServiceTest
class TrackedPhotosTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    TestCity.City city;

    @BeforeEach
    void makeCity() {
        city = cities.make();
    }

    @Test
    void showsTheRequesterTheirPhotoOfAPrivateRequest() throws Exception {
        UUID photo = upload();
        Resident.Case it = resident.report(city, "habitat-indigne", "{}", "[\"" + photo + "\"]");
        Answers page = resident.read(it);

        assertThat(page.<String>at("$.photos[0].url")).isEqualTo(it.track() + "/photos/" + photo + ".jpg");
        Answers whole = Answers.to(http, get(page.<String>at("$.photos[0].url")));
        Answers thumbnail = Answers.to(http, get(page.<String>at("$.photos[0].thumbnailUrl")));

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(whole.header("Cache-Control")).contains("private").doesNotContain("public");
        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.header("ETag")).isNotEqualTo(whole.header("ETag"));
        assertThat(Answers.to(http, get(publicly(photo))).status()).isEqualTo(404);
    }

    @Test
    void showsAPhotoBehindItsOwnLinkOnly() throws Exception {
        UUID photo = upload();
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[\"" + photo + "\"]");
        Resident.Case other = resident.report(city, "nid-de-poule", "{}", "[]");
        String wrong = it.track().substring(0, it.track().length() - 4) + "AAAA";

        assertThat(Answers.to(http, get(it.track() + "/photos/" + photo + ".jpg"))
                        .status())
                .isEqualTo(200);
        for (String link : new String[] {other.track(), wrong}) {
            Answers answer = Answers.to(http, get(link + "/photos/" + photo + ".jpg"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
        }
        assertThat(Answers.to(http, get(it.track() + "/photos/" + Ids.next() + ".jpg"))
                        .status())
                .isEqualTo(404);
    }

    private UUID upload() throws Exception {
        UUID id = Ids.next();
        int status = Answers.to(
                        http,
                        put("/" + city.jurisdiction().code() + "/api/photos/" + id)
                                .content(TestImages.image("jpeg", 400, 300)))
                .status();
        assertThat(status).isEqualTo(201);
        return id;
    }

    private String publicly(UUID photo) {
        return "/" + city.jurisdiction().code() + "/photos/" + photo + ".jpg";
    }
}
