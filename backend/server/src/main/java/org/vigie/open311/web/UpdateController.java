package org.vigie.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.open311.Client;
import org.vigie.open311.Hearing;
import org.vigie.open311.StatusUpdate;
import org.vigie.open311.StatusUpdates;

/** What happens to requests, told to other systems and by them: mySociety's extension. */
@RestController
@RequestMapping(Paths.ROOT + "/servicerequestupdates" + Paths.FORMAT)
class UpdateController {

    private static final String ROOT = "service_request_updates";
    private static final String ITEM = "request_update";
    private static final int LONGEST_ID = 120;

    private final Documents documents;
    private final KeyHolders holders;
    private final StatusUpdates updates;
    private final Hearing hearing;
    private final Clock clock;

    UpdateController(Documents documents, KeyHolders holders, StatusUpdates updates, Hearing hearing, Clock clock) {
        this.documents = documents;
        this.holders = holders;
        this.updates = updates;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** Oldest first; without a span, those of the last 90 days. */
    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String format, @RequestParam MultiValueMap<String, String> query) {
        Parameters asked = new Parameters(query);
        Instant to = asked.to("end_date").orElseGet(clock::instant);
        Instant from = asked.from("start_date").orElseGet(() -> to.minus(Searches.LONGEST_SPAN));
        List<Bodies.Update> told = updates.list(from, to, holders.find(asked)).stream()
                .map(UpdateController::body)
                .toList();
        return documents.list(Format.of(format), ROOT, ITEM, told);
    }

    private static Bodies.Update body(StatusUpdate update) {
        return new Bodies.Update(
                update.id().toString(),
                update.requestNumber(),
                update.extendedStatus(),
                ServiceRequestWriting.moment(update.at()),
                update.text(),
                null,
                update.state().name());
    }

    /** Of a request that the same client sent; the same id is the same update. */
    @PostMapping
    ResponseEntity<byte[]> hear(@PathVariable String format, HttpServletRequest request) throws IOException {
        PostedForm posted = PostedForm.read(request);
        Parameters fields = posted.fields();
        Client client = holders.get(fields);
        String updateId = fields.required("update_id");
        if (updateId.length() > LONGEST_ID) {
            throw Parameters.malformed("update_id");
        }
        if (!posted.files().isEmpty()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-update-photo");
        }
        fields.from("updated_datetime");
        Hearing.SentUpdate update = new Hearing.SentUpdate(
                updateId,
                fields.required("service_request_id"),
                fields.text("status").orElse(""),
                fields.text("description").orElse(""),
                ReportReading.links(fields));
        UUID heard =
                TestDoorController.isTrial(request) ? hearing.tryOut(client, update) : hearing.hear(client, update);
        return documents.list(Format.of(format), ROOT, ITEM, List.of(new Bodies.PostedUpdate(heard.toString())));
    }
}
