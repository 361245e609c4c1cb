package org.vigie.reply;

import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Refusal;

/**
 * A letter to begin with.
 *
 * @param code stable; one text a code and language
 * @param categoryId empty: for every category
 * @param text with fields in braces ({@link TemplateField})
 */
public record ReplyTemplate(
        UUID id, String code, String name, Optional<UUID> categoryId, ReplyText text, boolean active) {

    /** @throws Refusal template-field-unknown */
    public ReplyTemplate {
        TemplateField.check(text.locale(), text.subject() + "\n" + text.body());
    }
}
