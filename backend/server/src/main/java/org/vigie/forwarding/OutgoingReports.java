package org.vigie.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Categories;
import org.vigie.citizen.PublicPages;
import org.vigie.forwarding.Forwarding.Problem;
import org.vigie.map.PublishedRequests;
import org.vigie.map.RequestDetail;
import org.vigie.request.Channel;
import org.vigie.request.Request;
import org.vigie.request.Requester;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/**
 * What leaves of a request: category, place, description and photos as everybody may read them, and our reference. Of a private one its
 * own description and no photo, and only where private ones may leave; of whoever asked nothing, unless the connection says so; of what
 * was answered only what the connection names an attribute for. Notes and messages never leave.
 */
@Component
class OutgoingReports {

    private static final int LONGEST_DESCRIPTION = 3_800;

    /**
     * Either what to send, or why nothing may be sent.
     *
     * @param answers that go as attributes once it is known how they are asked for
     */
    record Outgoing(
            List<Map.Entry<String, String>> form, List<OutgoingAnswers.Answered> answers, Optional<Problem> problem) {

        static Outgoing not(Problem problem) {
            return new Outgoing(List.of(), List.of(), Optional.of(problem));
        }
    }

    private final Requests requests;
    private final Requesters requesters;
    private final Categories categories;
    private final PublishedRequests published;
    private final PublicPages pages;
    private final OutgoingAnswers answers;

    OutgoingReports(
            Requests requests,
            Requesters requesters,
            Categories categories,
            PublishedRequests published,
            PublicPages pages,
            OutgoingAnswers answers) {
        this.requests = requests;
        this.requesters = requesters;
        this.categories = categories;
        this.published = published;
        this.pages = pages;
        this.answers = answers;
    }

    Outgoing of(Forwarding forwarding, Connection connection) {
        Request request = requests.get(forwarding.requestId());
        Optional<String> service = connection.serviceFor(request.categoryId());
        if (service.isEmpty()) {
            return Outgoing.not(Problem.NO_SERVICE);
        }
        if (request.place().position().isEmpty() && request.place().address().isBlank()) {
            return Outgoing.not(Problem.NO_PLACE);
        }
        Optional<RequestDetail> shown = published.detail(request.id().toString());
        if (shown.isEmpty() && !connection.terms().takesPrivate()) {
            return Outgoing.not(Problem.PRIVATE);
        }
        boolean cameForwarded = request.channel() == Channel.OPEN311 && Reference.isIn(request.description());
        if (cameForwarded && !forwarding.byPerson()) {
            return Outgoing.not(Problem.CAME_FORWARDED);
        }
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("service_code", service.get()));
        place(request, form);
        form.add(Map.entry(
                "description",
                description(request, shown.map(RequestDetail::description).orElseGet(request::description))));
        shown.ifPresent(detail -> detail.photos()
                .forEach(photo -> form.add(Map.entry("media_url", pages.below("photos/" + photo.id() + ".jpg")))));
        if (connection.knowsRepetitions()) {
            form.add(Map.entry(
                    "attribute[" + connection.externalIdAttribute() + "]",
                    forwarding.id().toString()));
        }
        if (connection.terms().withRequester()) {
            requesters.find(request.id()).ifPresent(known -> requester(known, form));
        }
        return new Outgoing(form, answers.of(request, connection), Optional.empty());
    }

    private static void place(Request request, List<Map.Entry<String, String>> form) {
        request.place().position().ifPresent(at -> {
            form.add(Map.entry("lat", Double.toString(at.latitudeDegrees())));
            form.add(Map.entry("long", Double.toString(at.longitudeDegrees())));
        });
        if (!request.place().address().isBlank()) {
            form.add(Map.entry("address_string", request.place().address()));
        }
    }

    private String description(Request request, String words) {
        String category = categories.get(request.categoryId()).name();
        String told = words.isBlank() ? category : category + ". " + words.strip();
        String cut = told.length() > LONGEST_DESCRIPTION ? told.substring(0, LONGEST_DESCRIPTION) + "…" : told;
        return cut + "\n" + Reference.of(request);
    }

    private static void requester(Requester known, List<Map.Entry<String, String>> form) {
        if (!known.name().isBlank()) {
            form.add(Map.entry("last_name", known.name()));
        }
        known.email().ifPresent(email -> form.add(Map.entry("email", email)));
        known.phone().ifPresent(phone -> form.add(Map.entry("phone", phone)));
    }
}
