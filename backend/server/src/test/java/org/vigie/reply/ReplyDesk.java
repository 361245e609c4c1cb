package org.vigie.reply;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.vigie.testing.TestCity.as;

import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.TestCity;

/** A town whose letters go head → director → elected official, and one request in it. */
final class ReplyDesk {

    final MockMvc http;
    final Resident.Case it;
    final TestCity.City city;
    final SignedInAccount agent;
    final SignedInAccount head;
    final SignedInAccount director;
    final SignedInAccount elected;
    final SignedInAccount administrator;
    final UUID template = Ids.next();

    ReplyDesk(MockMvc http, TestCity cities, Resident.Case it) throws Exception {
        this.http = http;
        this.it = it;
        this.city = it.city();
        this.agent = cities.account(city, Role.FRONT_OFFICE);
        this.head = cities.account(city, Role.HEAD);
        this.director = cities.account(city, Role.SIGNATORY);
        this.elected = cities.account(city, Role.ELECTED_OFFICIAL);
        this.administrator = cities.account(city, Role.ADMINISTRATOR);
        put("/approval-chains/" + Ids.next(), """
                {"name":"Réponses","steps":[
                  {"act":"APPROVE","title":"Chef de service","role":"HEAD"},
                  {"act":"APPROVE","title":"Directrice générale des services","accountId":"%s"},
                  {"act":"SIGN","title":"Adjointe au maire","role":"ELECTED_OFFICIAL"}]}
                """.formatted(director.accountId()));
        put(
                "/reply-templates/" + template,
                template("Votre demande {numéro}", "Bonjour {demandeur}, rue {adresse} : {catégorie}."));
    }

    static String template(String subject, String body) {
        return """
                {"code":"general","name":"Réponse générale","locale":"fr","subject":"%s","body":"%s"}
                """.formatted(subject, body);
    }

    Answers put(String path, String body) throws Exception {
        return send(HttpMethod.PUT, desk(path), administrator, "\"0\"", body);
    }

    /** Draft and submission. */
    void submit() throws Exception {
        begin();
        act("/submission", agent, "");
    }

    Answers begin() throws Exception {
        return send(HttpMethod.POST, reply(""), agent, "", "{\"templateId\":\"" + template + "\"}");
    }

    Answers edit(String body, String sendBy) throws Exception {
        return send(HttpMethod.PUT, reply(""), agent, revision(), """
                {"subject":"Objet","body":"%s","locale":"fr","sendBy":"%s"}
                """.formatted(body, sendBy));
    }

    Answers approve(SignedInAccount who) throws Exception {
        return act("/approvals", who, "");
    }

    /** All three, in order. */
    Answers approveAll() throws Exception {
        approve(head);
        approve(director);
        return approve(elected);
    }

    Answers act(String path, SignedInAccount who, String body) throws Exception {
        return send(HttpMethod.POST, reply(path), who, revision(), body);
    }

    Answers read(SignedInAccount who) throws Exception {
        return Answers.to(http, get(reply("")).with(as(who)));
    }

    String state() throws Exception {
        return read(agent).at("$.current.state");
    }

    String revision() throws Exception {
        return read(agent).header("ETag");
    }

    byte[] bytes(String path, SignedInAccount who) throws Exception {
        return http.perform(get(path).with(as(who))).andReturn().getResponse().getContentAsByteArray();
    }

    String desk(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk" + path;
    }

    String reply(String path) {
        return desk("/requests/" + it.id() + "/reply" + path);
    }

    Answers send(HttpMethod method, String path, SignedInAccount who, String revision, String body) throws Exception {
        MockHttpServletRequestBuilder request = request(method, path)
                .with(as(who))
                .header("Accept-Language", "fr")
                .content(body);
        return Answers.to(http, revision.isEmpty() ? request : request.header("If-Match", revision));
    }
}
