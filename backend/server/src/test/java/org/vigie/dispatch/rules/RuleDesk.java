package org.vigie.dispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;

/** An administrator at the desk of a small city, and the residents who report there; JSON is written with ' for ". */
final class RuleDesk {

    private final MockMvc http;
    final String base;
    final SignedInAccount administrator;
    final SignedInAccount dispatcher;

    RuleDesk(MockMvc http, TestCity cities, TestCity.City city) {
        this.http = http;
        this.base = "/" + city.jurisdiction().code() + "/api";
        this.administrator = cities.account(city, Role.ADMINISTRATOR);
        this.dispatcher = cities.account(city, Role.DISPATCHER);
    }

    static String text(String when, String then) {
        return "{'schema':1,'if':" + when + ",'then':" + then + "}";
    }

    Answers begin(String code, String when, String then) throws Exception {
        return post(
                "/desk/rules",
                "{'id':'%s','code':'%s','name':'Règle %s','text':%s}"
                        .formatted(UUID.randomUUID(), code, code, text(when, then)));
    }

    Answers save(Answers draft, String when, String then) throws Exception {
        return Answers.to(
                http,
                put(base + "/desk/rules/" + draft.at("$.id"))
                        .with(as(administrator))
                        .header("If-Match", draft.header("ETag"))
                        .content(json("{'code':'%s','name':'autre','text':%s}"
                                .formatted(draft.<String>at("$.code"), text(when, then)))));
    }

    Answers tryOut(Answers draft) throws Exception {
        return post("/desk/rules/" + draft.at("$.id") + "/trial", "{}");
    }

    Answers step(Answers rule, String step) throws Exception {
        return Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                base + "/desk/rules/" + rule.at("$.id") + "/" + step)
                        .with(as(administrator))
                        .header("If-Match", rule.header("ETag")));
    }

    /** Writes, tries and activates. */
    Answers activate(String code, String when, String then) throws Exception {
        Answers draft = begin(code, when, then);
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
        Answers active = step(tryOut(draft), "activation");
        assertThat(active.status()).as(active.text()).isEqualTo(200);
        return active;
    }

    Answers list() throws Exception {
        return Answers.to(http, get(base + "/desk/rules").with(as(administrator)));
    }

    Answers dryRun(String about, String report) throws Exception {
        return post("/desk/rules/dry-run", "{%s'report':%s}".formatted(about, report));
    }

    Answers post(String path, String body) throws Exception {
        return Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(base + path)
                        .with(as(administrator))
                        .content(json(body)));
    }

    /** A resident reports on the web; the answer is what the desk reads of it. */
    Answers report(String category, String position, String more) throws Exception {
        return detail(Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(base + "/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content(json(body(category, position, more)))));
    }

    /** The desk takes a report in; by telephone unless more says otherwise. */
    Answers call(String category, String position, String more) throws Exception {
        return detail(Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(base + "/desk/requests")
                        .with(as(dispatcher))
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content(json(body(category, position, more)))));
    }

    /** What a dispatcher does to a request. */
    Answers change(Answers detail, String what, String body) throws Exception {
        Answers changed = Answers.to(
                http,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                base + "/desk/requests/" + detail.at("$.id") + "/" + what)
                        .with(as(dispatcher))
                        .header("If-Match", detail.header("ETag"))
                        .content(json(body)));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return changed;
    }

    private Answers detail(Answers receipt) throws Exception {
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return Answers.to(
                http, get(base + "/desk/requests/" + receipt.at("$.id")).with(as(dispatcher)));
    }

    private static String body(String category, String position, String more) {
        return "{'category':'%s','position':%s%s}".formatted(category, point(position), more);
    }

    static String point(String position) {
        return "{'type':'Point','coordinates':[" + position + "]}";
    }

    static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
