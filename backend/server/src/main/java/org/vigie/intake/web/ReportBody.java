package org.vigie.intake.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Report;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Priority;
import org.vigie.request.Requester;

/**
 * A report as JSON. Priority and team are read from staff only.
 *
 * @param asset what it is about, by id or as {@code lamp:4711}
 */
record ReportBody(
        @Nullable UUID id,
        @NotBlank @Size(max = 100) String category,
        @Nullable Wgs84Point position,
        Place.@Nullable Source locationSource,
        @Nullable String address,
        @Nullable String description,
        @Nullable @Valid Contact contact,
        @Nullable List<UUID> photos,
        @Nullable Boolean publishPhotos,
        @Nullable Channel channel,
        @Nullable Priority priority,
        @Nullable UUID team,
        @Nullable @Size(max = 60) String sectorChoice,
        @Nullable Danger danger,
        @Nullable @Size(max = 100) Map<String, @Nullable Object> answers,
        @Nullable @Size(max = 200) String asset) {

    private static final Contact NOBODY = new Contact(null, null, null, null, null, null);

    /**
     * @param type absent: a person
     * @param organisation its name, when somebody asks for one
     */
    record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale,
            Requester.@Nullable Type type,
            @Nullable String organisation) {

        Requester toRequester() {
            return new Requester(
                    Objects.requireNonNullElse(name, "").strip(),
                    filled(email),
                    filled(phone),
                    answeredIn(locale),
                    Objects.requireNonNullElse(type, Requester.Type.PERSON),
                    Objects.requireNonNullElse(organisation, "").strip());
        }

        /** A language that nobody speaks counts as absent: then it is the reader's own. */
        private static String answeredIn(@Nullable String tag) {
            Locale named = Locale.forLanguageTag(Objects.requireNonNullElse(tag, ""));
            Locale known = named.getLanguage().isEmpty() ? LocaleContextHolder.getLocale() : named;
            return known.getLanguage();
        }

        /** An empty optional field counts as absent. */
        private static Optional<String> filled(@Nullable String text) {
            return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
        }
    }

    Report toReport() {
        return new Report(
                Optional.ofNullable(id),
                category,
                Optional.ofNullable(position),
                Objects.requireNonNullElse(locationSource, Place.Source.PIN),
                Objects.requireNonNullElse(address, ""),
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(contact, NOBODY).toRequester(),
                Objects.requireNonNullElse(photos, List.of()),
                Objects.requireNonNullElse(publishPhotos, true),
                Optional.ofNullable(sectorChoice),
                Optional.ofNullable(danger),
                told(Objects.requireNonNullElse(answers, Map.of())),
                Contact.filled(asset));
    }

    /** A number or a truth value may be sent as such; a blank answer counts as none. */
    private static Map<String, String> told(Map<String, @Nullable Object> answers) {
        Map<String, String> told = new LinkedHashMap<>();
        answers.forEach((question, answer) -> {
            switch (answer) {
                case null -> {}
                case String text -> told.put(question, text);
                case Boolean yes -> told.put(question, yes.toString());
                case Number number -> told.put(question, number.toString());
                default -> throw new Refusal(Refusal.Kind.MALFORMED, "field-malformed", "answers." + question);
            }
        });
        return told;
    }
}
