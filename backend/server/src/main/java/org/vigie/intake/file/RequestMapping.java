package org.vigie.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;
import org.vigie.request.Channel;
import org.vigie.request.RequestState;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which column of a file is what. Columns are named without regard to case; where several names are given, the first that the file
 * has counts.
 *
 * @param source name of the system the file comes from; with the external id it names a request for ever
 * @param glyph symbol of the categories that the file brings along
 * @param expectedSector a set and the column that holds its sectors' codes, to be compared with what we find
 */
record RequestMapping(
        String source,
        @Nullable String delimiter,
        @Nullable String encoding,
        List<String> externalId,
        List<String> category,
        @Nullable List<String> domain,
        @Nullable String glyph,
        @Nullable List<String> description,
        @Nullable List<String> address,
        Location location,
        Date receivedAt,
        @Nullable Date resolvedAt,
        @Nullable Values<Channel> channel,
        @Nullable Values<RequestState> state,
        @Nullable List<String> team,
        @Nullable ExpectedSector expectedSector) {

    /** Either two columns, or one that holds both numbers in the stated order. */
    record Location(
            @Nullable List<String> longitude,
            @Nullable List<String> latitude,
            @Nullable List<String> column,
            @Nullable Order order) {}

    /** In which order one column holds both coordinates. */
    enum Order {
        LATLON,
        LONLAT
    }

    /** @param format a {@link DateTimeFormatter} pattern; without a time of day it is the beginning of the day in the zone */
    record Date(
            List<String> column, String format, @Nullable String zone) {

        DateTimeFormatter formatter() {
            return DateTimeFormatter.ofPattern(format).withZone(zoneId());
        }

        ZoneId zoneId() {
            return ZoneId.of(Objects.requireNonNullElse(zone, "UTC"));
        }
    }

    /** What a column's values mean; {@code otherwise} for a value that is not listed, or without a column. */
    record Values<T>(
            @Nullable List<String> column,
            @Nullable Map<String, T> values,
            @Nullable T otherwise) {}

    record ExpectedSector(String set, List<String> column) {}

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** @throws Refusal file-not-found, or mapping-not-understood with what is wrong */
    static RequestMapping read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "file-not-found", file);
        }
        try {
            RequestMapping mapping = YAML.readValue(Files.readString(file), RequestMapping.class);
            mapping.check();
            return mapping;
        } catch (JacksonException e) {
            throw Refusal.invalid("mapping-not-understood", file.getFileName(), e.getOriginalMessage());
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            throw Refusal.invalid("mapping-not-understood", file.getFileName(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("ConstantValue") // what YAML leaves out is null, whatever the type says
    private void check() {
        Objects.requireNonNull(source, "source is missing");
        Objects.requireNonNull(externalId, "externalId is missing");
        Objects.requireNonNull(category, "category is missing");
        Objects.requireNonNull(location, "location is missing");
        Objects.requireNonNull(receivedAt, "receivedAt is missing");
        boolean oneColumn = location.column() != null && location.order() != null;
        boolean twoColumns = location.longitude() != null && location.latitude() != null;
        if (oneColumn == twoColumns) {
            throw new IllegalArgumentException(
                    "location needs longitude and latitude, or column and order (LATLON or LONLAT)");
        }
        receivedAt.formatter();
        charset();
    }

    Charset charset() {
        return Charset.forName(Objects.requireNonNullElse(encoding, "UTF-8"));
    }

    char separator() {
        return delimiter == null || delimiter.isEmpty() ? ',' : delimiter.charAt(0);
    }
}
