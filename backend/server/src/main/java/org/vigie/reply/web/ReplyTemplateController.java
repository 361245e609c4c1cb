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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.reply.ReplyTemplate;
import org.vigie.reply.ReplyTemplates;
import org.vigie.reply.ReplyText;
import org.vigie.reply.TemplateField;

/** The templates of formal replies, and the fields that they may contain. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/reply-templates")
class ReplyTemplateController {

    /** @param fields names of the fields by language, as they stand in braces */
    record ListBody(List<TemplateBody> items, Map<String, List<String>> fields) {}

    record TemplateBody(
            @Nullable UUID id,
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 200) String name,
            @NotNull String locale,
            @Nullable UUID categoryId,
            @NotNull String subject,
            @NotNull String body,
            @Nullable Boolean active) {}

    private final ReplyTemplates templates;

    ReplyTemplateController(ReplyTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    ListBody list() {
        return new ListBody(
                templates.list().stream().map(ReplyTemplateController::body).toList(),
                List.of("fr", "en").stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                locale -> Arrays.stream(TemplateField.values())
                                        .map(field -> field.name(locale))
                                        .toList())));
    }

    /** Adds a template under an id of the client's, or replaces it; a field that does not exist is refused by name. */
    @PutMapping("/{id}")
    TemplateBody save(@PathVariable UUID id, @Valid @RequestBody TemplateBody body) {
        ReplyTemplate template = new ReplyTemplate(
                id,
                body.code(),
                body.name(),
                Optional.ofNullable(body.categoryId()),
                new ReplyText(ReplyText.language(body.locale()), body.subject(), body.body()),
                !Boolean.FALSE.equals(body.active()));
        try {
            templates.save(template);
        } catch (DataIntegrityViolationException pointsNowhere) {
            throw Refusal.invalid("reference-unknown");
        }
        return body(template);
    }

    private static TemplateBody body(ReplyTemplate template) {
        return new TemplateBody(
                template.id(),
                template.code(),
                template.name(),
                template.text().locale(),
                template.categoryId().orElse(null),
                template.text().subject(),
                template.text().body(),
                template.active());
    }
}
