package org.vigie.open311.web;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.Processes;
import org.vigie.catalogue.process.Question;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Report;
import org.vigie.intake.address.Address;
import org.vigie.intake.address.Addresses;
import org.vigie.open311.Client;
import org.vigie.open311.SentReport;
import org.vigie.request.Place;
import org.vigie.request.Requester;

/** Makes a report of what a client posted. */
@Component
class ReportReading {

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\]]+)](\\[])?");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]{1,2000}", Pattern.CASE_INSENSITIVE);
    /** What the report is about, as {@code lamp:4711}. */
    private static final String ASSET = "asset";

    private static final int LONGEST_EXTERNAL_ID = 120;

    private final Addresses addresses;
    private final Processes processes;

    ReportReading(Addresses addresses, Processes processes) {
        this.addresses = addresses;
        this.processes = processes;
    }

    private record Where(Optional<Wgs84Point> position, Place.Source source, String address) {}

    /** @throws Refusal naming the first thing that is wrong */
    SentReport read(PostedForm posted, Client client, Category category) {
        Parameters fields = posted.fields();
        Map<String, String> attributes = attributes(fields);
        Optional<String> externalId = Optional.ofNullable(attributes.remove(client.externalIdAttribute()));
        externalId.filter(id -> id.length() > LONGEST_EXTERNAL_ID).ifPresent(id -> {
            throw Parameters.malformed("attribute[" + client.externalIdAttribute() + "]");
        });
        Optional<String> asset = asset(category, attributes);
        Where where = where(fields, asset);
        Report report = new Report(
                Optional.empty(),
                category.code(),
                where.position(),
                where.source(),
                where.address(),
                fields.text("description").orElse(""),
                requester(fields),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                answers(category, attributes),
                asset);
        List<byte[]> photos = new ArrayList<>(posted.files());
        inline(fields).map(ReportReading::decoded).forEach(photos::add);
        return new SentReport(report, externalId, photos, links(fields));
    }

    /** @throws Refusal open311-location-missing when there is none of the three, and no asset that stands somewhere */
    private Where where(Parameters fields, Optional<String> asset) {
        Optional<Wgs84Point> position = fields.position();
        Optional<String> address = fields.text("address_string").or(() -> fields.text("address"));
        if (position.isPresent()) {
            return new Where(position, Place.Source.PIN, address.orElse(""));
        }
        Optional<String> addressId = fields.text("address_id");
        if (addressId.isPresent()) {
            Address known = addresses
                    .find(addressId.get())
                    .orElseThrow(() -> Refusal.invalid("open311-address-unknown", addressId.get()));
            return new Where(Optional.of(known.position()), Place.Source.ADDRESS, address.orElse(known.label()));
        }
        return address.or(() -> asset.map(known -> ""))
                .map(written -> new Where(Optional.empty(), Place.Source.NONE, written))
                .orElseThrow(() -> new Refusal(Refusal.Kind.MALFORMED, "open311-location-missing"));
    }

    private static Requester requester(Parameters fields) {
        String name = Stream.of("first_name", "last_name")
                .flatMap(part -> fields.text(part).stream())
                .collect(Collectors.joining(" "));
        String language =
                Locale.forLanguageTag(CurrentJurisdiction.get().locale()).getLanguage();
        return new Requester(name, fields.text("email"), fields.text("phone"), language);
    }

    /** @throws Refusal open311-attribute-twice, since no question here takes several answers */
    private static Map<String, String> attributes(Parameters fields) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : fields.names()) {
            Matcher attribute = ATTRIBUTE.matcher(name);
            if (attribute.matches()) {
                String code = attribute.group(1);
                for (String value : fields.all(name)) {
                    if (attributes.put(code, value) != null) {
                        throw new Refusal(Refusal.Kind.MALFORMED, "open311-attribute-twice", code);
                    }
                }
            }
        }
        return attributes;
    }

    /** The attribute {@code asset}, unless the category itself asks for something by that name. */
    private Optional<String> asset(Category category, Map<String, String> attributes) {
        boolean asked = questions(category).stream()
                .anyMatch(question -> question.code().equals(ASSET));
        return asked
                ? Optional.empty()
                : Optional.ofNullable(attributes.remove(ASSET)).filter(told -> !told.isBlank());
    }

    private List<Question> questions(Category category) {
        return processes
                .inForce(category.id())
                .map(version -> version.content().questions())
                .orElse(List.of());
    }

    private Map<String, String> answers(Category category, Map<String, String> attributes) {
        questions(category).stream()
                .filter(question -> question.type() == Question.Type.DATE)
                .forEach(question -> attributes.computeIfPresent(question.code(), (code, told) -> day(told)));
        return attributes;
    }

    /** The day in the town of a moment that says its zone; anything else as it was told. */
    private static String day(String told) {
        try {
            return OffsetDateTime.parse(told)
                    .atZoneSameInstant(CurrentJurisdiction.get().zone())
                    .toLocalDate()
                    .toString();
        } catch (DateTimeException notAMoment) {
            return told;
        }
    }

    /** Photos that stand in a field: {@code media}, or a {@code media_url} that is a data URI. */
    private static Stream<String> inline(Parameters fields) {
        return media(fields).filter(value -> !LINK.matcher(value).matches());
    }

    static List<String> links(Parameters fields) {
        return media(fields).filter(value -> LINK.matcher(value).matches()).toList();
    }

    private static Stream<String> media(Parameters fields) {
        return Stream.of("media", "media[]", "media_url", "media_url[]").flatMap(name -> fields.all(name).stream());
    }

    private static byte[] decoded(String media) {
        String base64 = media.replaceFirst("^data:[^,]{0,100},", "");
        try {
            // A plus sign that was not escaped arrives as a blank.
            return Base64.getDecoder().decode(base64.replace(' ', '+').replaceAll("[\\r\\n]", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal(Refusal.Kind.MALFORMED, "open311-media-malformed");
        }
    }
}
