package org.vigie.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.LinkTokens;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.intake.Receipt;
import org.vigie.open311.Client;
import org.vigie.open311.Reporting;
import org.vigie.open311.SentReport;

/** Another system reports something. */
@RestController
@RequestMapping(Paths.ROOT)
class PostController {

    /** What a token is good for. */
    static final String TOKEN = "open311-token";

    private final Documents documents;
    private final KeyHolders holders;
    private final Categories categories;
    private final ReportReading reading;
    private final Reporting reporting;
    private final LinkTokens tokens;
    private final MessageSource messages;

    PostController(
            Documents documents,
            KeyHolders holders,
            Categories categories,
            ReportReading reading,
            Reporting reporting,
            LinkTokens tokens,
            MessageSource messages) {
        this.documents = documents;
        this.holders = holders;
        this.categories = categories;
        this.reading = reading;
        this.reporting = reporting;
        this.tokens = tokens;
        this.messages = messages;
    }

    @PostMapping("/requests" + Paths.FORMAT)
    ResponseEntity<byte[]> report(@PathVariable String format, HttpServletRequest request, Locale reader)
            throws IOException {
        PostedForm posted = PostedForm.read(request);
        Client client = holders.get(posted.fields());
        String code = posted.fields().required("service_code");
        Category category = categories
                .findOffered(code)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "open311-service-unknown", code));
        SentReport report = reading.read(posted, client, category);
        boolean byToken = ServiceController.isToldByToken(category);
        String name = TestDoorController.isTrial(request)
                ? "test-" + reporting.tryOut(client, report).request().number()
                : name(reporting.take(client, report), byToken);
        Bodies.Posted answer = new Bodies.Posted(
                byToken ? null : name,
                byToken ? name : null,
                notice(report, reader),
                posted.fields().text("account_id").orElse(null));
        return documents.list(Format.of(format), "service_requests", "request", List.of(answer));
    }

    private String name(Receipt receipt, boolean byToken) {
        return byToken
                ? tokens.of(TOKEN, receipt.request().id())
                : receipt.request().number();
    }

    private @Nullable String notice(SentReport report, Locale reader) {
        return report.mediaUrls().isEmpty() ? null : messages.getMessage("open311.media-notice", new Object[0], reader);
    }
}
