package org.vigie.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.notification.Message;
import org.vigie.notification.Messages;

/** A resident who reports and then follows the tracking link, and the staff who work for them. */
@TestComponent
public class Resident {

    /** @param track below which everything of the tracking link is */
    public record Case(TestCity.City city, UUID id, String number, String track, SignedInAccount dispatcher) {
        public String desk(String path) {
            return "/" + city.jurisdiction().code() + "/api/desk/requests/" + id + path;
        }
    }

    private final MockMvc http;
    private final TestCity cities;
    private final Messages messages;

    Resident(MockMvc http, TestCity cities, Messages messages) {
        this.http = http;
        this.cities = cities;
        this.messages = messages;
    }

    /** @param contact JSON of the member {@code contact} */
    public Case report(String category, String contact) throws Exception {
        return report(cities.make(), category, contact, "[]");
    }

    public Case report(TestCity.City city, String category, String contact, String photos) throws Exception {
        return send(city, """
                {"category":"%s","description":"Trou profond","contact":%s,"photos":%s,"publishPhotos":false,
                 "position":{"type":"Point","coordinates":[2.02,47.05]}}
                """.formatted(category, contact, photos));
    }

    /** @param answers JSON of the member {@code answers} */
    public Case answering(TestCity.City city, String category, String answers) throws Exception {
        return send(city, """
                {"category":"%s","description":"Trou profond","answers":%s,
                 "position":{"type":"Point","coordinates":[2.02,47.05]}}
                """.formatted(category, answers));
    }

    private Case send(TestCity.City city, String body) throws Exception {
        String code = city.jurisdiction().code();
        Answers receipt = Answers.to(
                http,
                post("/" + code + "/api/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .header("Accept-Language", "en")
                        .content(body));
        String track = receipt.<String>at("$.trackingUrl").replace("/" + code + "/", "/" + code + "/api/");
        return new Case(
                city,
                UUID.fromString(receipt.at("$.id")),
                receipt.at("$.number"),
                track,
                cities.account(city, Role.DISPATCHER));
    }

    public Answers read(Case it) throws Exception {
        return Answers.to(http, get(it.track()));
    }

    public Answers say(Case it, String text) throws Exception {
        return Answers.to(http, post(it.track() + "/messages").content("{\"text\":\"" + text + "\"}"));
    }

    public Answers follow(Case it, String email) throws Exception {
        String path = "/" + it.city().jurisdiction().code() + "/api/requests/" + it.id() + "/followers";
        return Answers.to(http, post(path).header("Accept-Language", "en").content("{\"email\":\"" + email + "\"}"));
    }

    /** @param path below the request, with the leading slash */
    public Answers atDesk(Case it, String path, String body) throws Exception {
        String revision =
                Answers.to(http, get(it.desk("")).with(as(it.dispatcher()))).header("ETag");
        return Answers.to(
                http,
                post(it.desk(path))
                        .with(as(it.dispatcher()))
                        .header("If-Match", revision)
                        .content(body));
    }

    /** The team of the west sector does a step; the same receipt is the same step. */
    public Answers inTheField(Case it, String receipt, String step, String note) throws Exception {
        SignedInAccount worker =
                cities.account(it.city(), Role.TEAM_MEMBER, it.city().west());
        String field = "/" + it.city().jurisdiction().code() + "/api/field/jobs";
        String job =
                Answers.to(http, get(field + "?ended=true").with(as(worker))).at("$.items[0].id");
        return Answers.to(
                http,
                post(field + "/" + job + "/steps")
                        .with(as(worker))
                        .content(
                                "{\"receiptId\":\"%s\",\"step\":\"%s\",\"at\":\"2026-01-01T10:00:00Z\",\"note\":\"%s\"}"
                                        .formatted(receipt, step, note)));
    }

    public List<Message> mails(Case it) {
        return cities.inside(it.city().jurisdiction(), () -> messages.listByOccasion("request/" + it.id() + "/"));
    }
}
