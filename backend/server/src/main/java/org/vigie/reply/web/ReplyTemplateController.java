package org.vigie.reply.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.reply.LetterSamples;
import org.vigie.reply.ReplyTemplate;
import org.vigie.reply.ReplyTemplates;
import org.vigie.reply.ReplyText;
import org.vigie.reply.TemplateField;

/** The templates of formal replies, and the fields that they may contain. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/reply-templates")
class ReplyTemplateController {

    private static final String SUBJECT = "template/";

    /** @param fields names of the fields by language, as they stand in braces */
    record ListBody(List<SavedBody> items, Map<String, List<String>> fields) {}

    record SavedBody(
            UUID id,
            String code,
            String name,
            String locale,
            @Nullable UUID categoryId,
            String subject,
            String body,
            boolean active,
            SettingBody setting) {}

    record TemplateBody(
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 200) String name,
            @NotNull String locale,
            @Nullable UUID categoryId,
            @NotNull String subject,
            @NotNull String body,
            @Nullable Boolean active) {}

    private final ReplyTemplates templates;
    private final LetterSamples samples;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    ReplyTemplateController(
            ReplyTemplates templates, LetterSamples samples, SettingChanges changes, TransactionTemplate transaction) {
        this.templates = templates;
        this.samples = samples;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(
                templates.list().stream()
                        .map(template -> body(
                                template,
                                Optional.ofNullable(latest.get(template.id().toString()))))
                        .toList(),
                List.of("fr", "en").stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                locale -> Arrays.stream(TemplateField.values())
                                        .map(field -> field.name(locale))
                                        .toList())));
    }

    /** As it would be on paper, to nobody. */
    @GetMapping("/{id}/sample.pdf")
    ResponseEntity<byte[]> sample(@PathVariable UUID id) {
        return PdfAnswer.of(samples.ofTemplate(id), "template.pdf");
    }

    /**
     * Adds a template under an id of the client's, seen at revision 0, or replaces it; a field that does not exist is refused by name.
     */
    @PutMapping("/{id}")
    SavedBody save(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody TemplateBody body) {
        ReplyTemplate template = new ReplyTemplate(
                id,
                body.code(),
                body.name(),
                Optional.ofNullable(body.categoryId()),
                new ReplyText(ReplyText.language(body.locale()), body.subject(), body.body()),
                !Boolean.FALSE.equals(body.active()));
        try {
            transaction.executeWithoutResult(status -> {
                changes.note(SUBJECT + id, revision.number(), "");
                templates.save(template);
            });
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        return body(template, changes.find(SUBJECT + id));
    }

    private static SavedBody body(ReplyTemplate template, Optional<SettingChange> latest) {
        return new SavedBody(
                template.id(),
                template.code(),
                template.name(),
                template.text().locale(),
                template.categoryId().orElse(null),
                template.text().subject(),
                template.text().body(),
                template.active(),
                SettingBody.of(latest));
    }
}
