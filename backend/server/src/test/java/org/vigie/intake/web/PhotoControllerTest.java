package org.vigie.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.Photos;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestImages;
import org.vigie.testing.TestJurisdictions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PhotoControllerTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    Photos photos;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Jurisdiction here = new Jurisdiction(Ids.next(), "none", "None", "fr", java.time.ZoneId.of("UTC"));

    @BeforeEach
    void newJurisdiction() {
        here = jurisdictions.square();
    }

    @Test
    void aPhonePhotoProposesItsPositionAndIsServedWithoutMetadata() throws IOException {
        UUID id = Ids.next();
        HttpResponse<byte[]> answer = put(id, TestImages.phonePhoto(600, 400, 2.0512, 47.0531, 6));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.at("/proposedPosition/coordinates/0").asDouble()).isEqualTo(2.0512);
        assertThat(body.at("/proposedPosition/coordinates/1").asDouble()).isEqualTo(47.0531);
        assertThat(body.at("/takenAt").asString()).isEqualTo("2026-11-20T08:15:00Z");
        assertThat(body.at("/width").asInt()).isEqualTo(400);
        assertThat(body.at("/height").asInt()).isEqualTo(600);

        HttpResponse<byte[]> thumbnail =
                get(body.at("/thumbnailUrl").asString().substring(here.code().length() + 1));
        assertThat(thumbnail.statusCode()).isEqualTo(200);
        assertThat(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(thumbnail.body())))
                        .getHeight())
                .isEqualTo(320);
        HttpResponse<byte[]> served = get("/photos/" + id + ".jpg");
        assertThat(new String(served.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "xmp");
        assertThat(header(served, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(served, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(header(served, "Cache-Control")).isEqualTo("max-age=300, private");
        assertThat(header(served, "ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(get("/photos/" + id + ".jpg", header(served, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aRepeatGivesTheSameAnswerAndOtherBytesAreRefused() {
        UUID id = Ids.next();
        byte[] photo = TestImages.phonePhoto(60, 40, 2.05, 47.05, 1);
        HttpResponse<byte[]> first = put(id, photo);
        HttpResponse<byte[]> again = put(id, photo);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertRefused(put(id, TestImages.image("png", 60, 40)), 409, "photo-id-reused");
    }

    @Test
    void everyBadBodyIsAProblemThatSaysWhatToDo() {
        assertRefused(put(Ids.next(), new byte[0]), 415, "photo-type-unknown");
        assertRefused(put(Ids.next(), bytes("<html>not a png</html>")), 415, "photo-type-unknown");
        assertRefused(put(Ids.next(), bytes("\0\0\0\30ftypheic")), 415, "photo-heic");
        assertRefused(put(Ids.next(), TestImages.pngHeader(50_000, 50_000)), 422, "photo-too-many-pixels");
        assertRefused(put(Ids.next(), TestImages.pngHeader(500, 500)), 422, "photo-damaged");
        byte[] photo = TestImages.image("jpeg", 400, 300);
        assertRefused(put(Ids.next(), java.util.Arrays.copyOf(photo, photo.length / 2)), 422, "photo-damaged");
        assertThat(put("not-an-id", BodyPublishers.ofByteArray(photo)).statusCode())
                .isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void twentyMegabytesAreRefusedWithAndWithoutAStatedLength() {
        byte[] twenty = new byte[20 * 1024 * 1024];
        assertRefused(put(Ids.next(), twenty), 413, "photo-too-large");
        assertRefused(
                put(Ids.next().toString(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(twenty))),
                413,
                "photo-too-large");
    }

    @Test
    void anAttachedPhotoIsHiddenUntilItsRequestIsPublic() {
        UUID id = Ids.next();
        assertThat(put(id, TestImages.image("jpeg", 60, 40)).statusCode()).isEqualTo(201);
        UUID hidden = request(true);
        inside(() -> photos.attach(hidden, List.of(id), Photo.Purpose.REPORT, true));
        assertThat(get("/photos/" + id + ".jpg").statusCode()).isEqualTo(404);
        assertThat(get("/photos/" + id + "-thumbnail.jpg").statusCode()).isEqualTo(404);
        inside(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("update request.request set is_private = false where request_id = :id")
                        .param("id", hidden)
                        .update()));
        assertThat(header(get("/photos/" + id + ".jpg"), "Cache-Control")).isEqualTo("max-age=300, public");
        inside(() -> photos.attach(hidden, List.of(id), Photo.Purpose.REPORT, false));
        assertThat(get("/photos/" + id + ".jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void aPhotoBelongsToOneRequestAndForgetsWhereItWasTaken() {
        UUID id = Ids.next();
        put(id, TestImages.phonePhoto(60, 40, 2.05, 47.05, 1));
        UUID first = request(false);
        UUID second = request(false);
        inside(() -> {
            photos.attach(first, List.of(id), Photo.Purpose.BEFORE, true);
            photos.attach(first, List.of(id), Photo.Purpose.BEFORE, true);
        });
        assertThatThrownBy(() -> inside(() -> photos.attach(second, List.of(id), Photo.Purpose.AFTER, true)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("photo-attached-elsewhere"));
        assertThatThrownBy(() -> inside(() -> photos.attach(second, List.of(Ids.next()), Photo.Purpose.AFTER, true)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("photo-unknown"));
        inside(() -> assertThat(photos.ofRequests(List.of(first, second)))
                .singleElement()
                .matches(photo -> photo.id().equals(id) && photo.purpose() == Photo.Purpose.BEFORE));
        Integer withPlace = CurrentJurisdiction.inside(
                here,
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from intake.photo where proposed_location is not null")
                                .query(Integer.class)
                                .single()));
        assertThat(withPlace).isZero();
    }

    @Test
    void anotherJurisdictionDoesNotKnowThePhoto() {
        UUID id = Ids.next();
        put(id, TestImages.image("jpeg", 60, 40));
        here = jurisdictions.square();
        assertThat(get("/photos/" + id + ".jpg").statusCode()).isEqualTo(404);
    }

    private UUID request(boolean isPrivate) {
        UUID id = Ids.next();
        inside(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    with organisation as (insert into catalogue.organisation values (access.current_jurisdiction(), :id, :name)),
                    service as (insert into catalogue.service values (access.current_jurisdiction(), :id, :id, :name, 'Service')),
                    domain as (insert into catalogue.domain values (access.current_jurisdiction(), :id, :name, 'Domain', 'street', 1)),
                    category as (insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, glyph,
                        position)
                        values (access.current_jurisdiction(), :id, :id, :id, :name, 'Category', 'street', 1)),
                    team as (insert into team.team (jurisdiction_id, team_id, code, name) values (access.current_jurisdiction(), :id, :name, 'Team'))
                    insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, channel, is_private,
                        location_source, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at)
                    values (access.current_jurisdiction(), :id, :name, 'INCIDENT', 'RECEIVED', :id, 'WEB', :private, 'NONE', 'TO_BE_LOCATED',
                        :id, :id, 'LAST_RESORT', now(), now())
                    """)
                    .param("id", id)
                    .param("name", id.toString())
                    .param("private", isPrivate)
                    .update();
        }));
        return id;
    }

    private long stored() {
        return Objects.requireNonNull(CurrentJurisdiction.inside(
                here,
                () -> transaction.execute(status -> jdbc.sql("select count(*) from intake.photo")
                        .query(Long.class)
                        .single())));
    }

    private void inside(Runnable work) {
        CurrentJurisdiction.inside(here, work);
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status, String name) {
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/type").asString()).isEqualTo("/problems/" + name);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem.at("/detail").asString()).hasSizeGreaterThan(20);
    }

    private HttpResponse<byte[]> put(UUID id, byte[] body) {
        return put(id.toString(), BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<byte[]> put(String id, HttpRequest.BodyPublisher body) {
        return send(HttpRequest.newBuilder(uri("/api/photos/" + id)).PUT(body).build());
    }

    private HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<byte[]> get(String path, String eTag) {
        return send(
                HttpRequest.newBuilder(uri(path)).header("If-None-Match", eTag).build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/" + here.code() + path);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return BROWSER.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
