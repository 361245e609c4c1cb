package org.vigie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.ReportRequirement;
import org.vigie.catalogue.ReportRequirements;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class FieldTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    ReportRequirements requirements;

    TestCity.City city;
    SignedInAccount worker;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        worker = cities.account(city, Role.TEAM_MEMBER, city.west());
    }

    @Test
    void offersANewRequestToItsTeamNearestFirst() throws Exception {
        report("nid-de-poule", 2.01);
        report("nid-de-poule", 2.04);
        report("nid-de-poule", 2.08);

        Answers jobs = Answers.to(http, get(field("/jobs?lon=2.041&lat=47.05")).with(as(worker)));

        assertThat(jobs.<List<String>>at("$.items[*].step")).containsExactly("OFFERED", "OFFERED");
        assertThat(jobs.<Double>at("$.items[0].distanceMetres")).isBetween(70.0, 80.0);
        assertThat(jobs.<Double>at("$.items[1].distanceMetres")).isGreaterThan(2000.0);
    }

    @Test
    void tellsTheNearestOnlyWhereSoManyAreAskedFor() throws Exception {
        List<Double> places = List.of(2.005, 2.048, 2.012, 2.031, 2.044, 2.02, 2.037, 2.001, 2.026);
        for (double longitude : places) {
            report("nid-de-poule", longitude);
        }
        report("nid-de-poule", 2.08);

        Answers jobs = Answers.to(
                http, get(field("/jobs?lon=2.033&lat=47.0512&nearest=4")).with(as(worker)));

        List<Double> expected = places.stream()
                .map(longitude -> net.sf.geographiclib.Geodesic.WGS84.Inverse(47.0512, 2.033, 47.05, longitude).s12)
                .sorted()
                .limit(4)
                .toList();
        List<Double> metres = jobs.at("$.items[*].distanceMetres");
        assertThat(metres).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(metres.get(i)).isCloseTo(expected.get(i), org.assertj.core.data.Offset.offset(0.1));
        }
        for (String query : List.of(
                "nearest=4",
                "lon=2&lat=47&nearest=0",
                "lon=2&lat=47&nearest=101",
                "lon=2&lat=47&nearest=4&ended=true")) {
            assertThat(Answers.to(http, get(field("/jobs?" + query)).with(as(worker)))
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void takesARequestFromAcceptedToResolved() throws Exception {
        report("nid-de-poule", 2.02);
        String job = jobId();

        assertThat(step(job, "ACCEPTED", "").<String>at("$.job.request.state")).isEqualTo("ASSIGNED");
        assertThat(step(job, "EN_ROUTE", "").<String>at("$.job.request.state")).isEqualTo("IN_PROGRESS");
        assertThat(step(job, "ON_SITE", "").<String>at("$.job.request.state")).isEqualTo("IN_PROGRESS");
        Answers done = step(job, "DONE", "Enrobé posé");

        assertThat(done.<String>at("$.job.request.state")).isEqualTo("RESOLVED");
        assertThat(done.<Boolean>at("$.job.request.ring.late")).isFalse();
        assertThat(Answers.to(http, get(field("/jobs")).with(as(worker))).<List<Object>>at("$.items"))
                .isEmpty();
    }

    @Test
    void takesAStepSentTwiceOnce() throws Exception {
        report("nid-de-poule", 2.02);
        String job = jobId();
        String receipt = UUID.randomUUID().toString();

        Answers first = step(job, receipt, "ACCEPTED", "");
        Answers second = step(job, receipt, "ACCEPTED", "");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.<String>at("$.receivedAt")).isEqualTo(first.<String>at("$.receivedAt"));
        assertThat(second.<Integer>at("$.job.request.revision")).isEqualTo(first.<Integer>at("$.job.request.revision"));
    }

    @Test
    void refusesToGoBackAStep() throws Exception {
        report("nid-de-poule", 2.02);
        String job = jobId();
        step(job, "ON_SITE", "");

        Answers back = step(job, "ACCEPTED", "");

        assertThat(back.status()).isEqualTo(409);
        assertThat(back.problem()).isEqualTo("step-out-of-order");
    }

    @Test
    void refusesAStepOnAJobThatWasGivenToAnotherTeam() throws Exception {
        String request = report("nid-de-poule", 2.02);
        String job = jobId();
        Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/desk/requests/" + request + "/assignment")
                        .with(as(cities.account(city, Role.DISPATCHER)))
                        .header("If-Match", "\"1\"")
                        .content("{\"teamId\":\"%s\",\"reason\":\"plus près\"}"
                                .formatted(city.lighting().id())));

        assertThat(step(job, "ACCEPTED", "").problem()).isEqualTo("job-withdrawn");
    }

    @Test
    void hidesTheJobsOfOtherTeams() throws Exception {
        report("nid-de-poule", 2.02);
        String job = jobId();
        SignedInAccount other = cities.account(city, Role.TEAM_MEMBER, city.lighting());

        assertThat(Answers.to(http, get(field("/jobs/" + job)).with(as(other))).status())
                .isEqualTo(404);
        assertThat(Answers.to(
                                http,
                                post(field("/jobs/" + job + "/steps"))
                                        .with(as(other))
                                        .content(stepBody(UUID.randomUUID().toString(), "ACCEPTED", "")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void offersNoJobForAQuestion() throws Exception {
        report("question", 2.02);

        assertThat(Answers.to(http, get(field("/jobs")).with(as(worker))).<List<Object>>at("$.items"))
                .isEmpty();
    }

    @Test
    void wantsAReasonForWhatIsImpossible() throws Exception {
        report("nid-de-poule", 2.02);
        String job = jobId();

        assertThat(step(job, "IMPOSSIBLE", " ").problem()).isEqualTo("note-missing");
        assertThat(step(job, "IMPOSSIBLE", "Voiture garée dessus").<String>at("$.job.step"))
                .isEqualTo("IMPOSSIBLE");
    }

    @Test
    void isNotDoneWithoutWhatItsKindOfWorkNeedsAndIsOnceItIsTold() throws Exception {
        inside(() -> requirements.require(
                "nid-de-poule",
                EnumSet.of(ReportRequirement.CAUSE, ReportRequirement.QUANTITY, ReportRequirement.PHOTO_AFTER)));
        report("nid-de-poule", 2.02);
        String job = jobId();
        assertThat(Answers.to(http, get(field("/jobs/" + job)).with(as(worker))).<List<String>>at("$.required"))
                .containsExactly("PHOTO_AFTER", "CAUSE", "QUANTITY");

        Answers refused = step(job, "DONE", "rebouché");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("report-incomplete");
        assertThat(refused.<String>at("$.detail")).contains("photo");
        assertThat(Answers.to(http, get(field("/jobs/" + job)).with(as(worker))).<String>at("$.step"))
                .isEqualTo("OFFERED");
        inside(() ->
                requirements.require("nid-de-poule", EnumSet.of(ReportRequirement.CAUSE, ReportRequirement.QUANTITY)));
        Answers done = Answers.to(
                http,
                post(field("/jobs/" + job + "/steps"))
                        .with(as(worker))
                        .content(
                                "{\"receiptId\":\"%s\",\"step\":\"DONE\",\"at\":\"2026-01-01T10:00:00Z\",\"cause\":\"gel\",\"quantity\":2.5,\"quantityUnit\":\"m²\"}"
                                        .formatted(UUID.randomUUID())));
        assertThat(done.<String>at("$.job.step")).isEqualTo("DONE");
    }

    @Test
    void countsTheVisitsOfARequestAndNotTheJobsThatNobodyWentTo() throws Exception {
        String request = report("nid-de-poule", 2.02);
        String first = jobId();
        assertThat(Answers.to(http, get(field("/jobs/" + first)).with(as(worker)))
                        .<Integer>at("$.visitNumber"))
                .isEqualTo(1);
        step(first, "DONE", "rebouché");
        Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/desk/requests/" + request + "/transitions")
                        .with(as(cities.account(city, Role.DISPATCHER)))
                        .header("If-Match", "\"2\"")
                        .content("{\"to\":\"REOPENED\",\"reason\":\"revenu\"}"));

        assertThat(Answers.to(http, get(field("/jobs/" + jobId())).with(as(worker)))
                        .<Integer>at("$.visitNumber"))
                .isEqualTo(2);
    }

    private void inside(Runnable work) {
        org.vigie.access.CurrentJurisdiction.inside(city.jurisdiction(), work);
    }

    private String report(String category, double longitude) throws Exception {
        return Answers.to(
                        http,
                        post("/" + city.jurisdiction().code() + "/api/requests")
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"%s\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s,47.05]}}"
                                                .formatted(category, longitude)))
                .at("$.id");
    }

    private String jobId() throws Exception {
        return Answers.to(http, get(field("/jobs")).with(as(worker))).at("$.items[0].id");
    }

    private Answers step(String job, String step, String note) throws Exception {
        return step(job, UUID.randomUUID().toString(), step, note);
    }

    private Answers step(String job, String receipt, String step, String note) throws Exception {
        return Answers.to(
                http, post(field("/jobs/" + job + "/steps")).with(as(worker)).content(stepBody(receipt, step, note)));
    }

    private static String stepBody(String receipt, String step, String note) {
        return "{\"receiptId\":\"%s\",\"step\":\"%s\",\"at\":\"2026-01-01T10:00:00Z\",\"note\":\"%s\"}"
                .formatted(receipt, step, note);
    }

    private String field(String path) {
        return "/" + city.jurisdiction().code() + "/api/field" + path;
    }
}
