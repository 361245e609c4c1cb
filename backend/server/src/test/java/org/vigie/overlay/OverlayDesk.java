package org.vigie.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;
import tools.jackson.databind.json.JsonMapper;

/** An administrator at the settings of overlays. */
record OverlayDesk(MockMvc http, TestCity.City city, SignedInAccount administrator) {

    static OverlayDesk of(MockMvc http, TestCity cities) {
        TestCity.City city = cities.make();
        return new OverlayDesk(http, city, cities.account(city, Role.ADMINISTRATOR));
    }

    String path(String below) {
        return "/" + city.jurisdiction().code() + below;
    }

    /** A WMS for everybody, but for what is given in turn as names and values. */
    static String body(Object... namesAndValues) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "kind", "WMS",
                "titleFr", "Cadastre",
                "titleEn", "Land register",
                "address", "https://carto.example.org/geoserver/wms",
                "layers", "parcelle",
                "style", "",
                "format", "image/png",
                "version", "1.3.0",
                "infoFormat", "",
                "attribution", "DGFiP"));
        body.putAll(Map.of(
                "audience", "PUBLIC", "minZoom", 12, "maxZoom", 19, "opacityPercent", 80, "position", 1, "reason", ""));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    Answers save(UUID id, int revision, String body) throws Exception {
        return Answers.to(
                http,
                put(path("/api/desk/overlays/" + id))
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    UUID make(Object... namesAndValues) throws Exception {
        UUID id = Ids.next();
        Answers made = save(id, 0, body(namesAndValues));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return id;
    }

    Answers ask(String kind, String address) throws Exception {
        return Answers.to(
                http,
                post(path("/api/desk/overlays/capabilities"))
                        .with(as(administrator))
                        .content(JsonMapper.shared().writeValueAsString(Map.of("kind", kind, "address", address))));
    }

    Answers read(String below, SignedInAccount... reader) throws Exception {
        var request = get(path(below));
        return Answers.to(http, reader.length == 0 ? request : request.with(as(reader[0])));
    }
}
