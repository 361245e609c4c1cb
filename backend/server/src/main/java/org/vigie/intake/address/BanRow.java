package org.vigie.intake.address;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;

/**
 * One address of a BAN file.
 *
 * @param line of the file, from 1; the header is line 1
 * @param sha256 of the whole row, hexadecimal: the row is unchanged when it is the same
 */
record BanRow(long line, String id, Address address, String sha256) {

    private static final List<String> NEEDED =
            List.of("id", "numero", "rep", "nom_voie", "code_postal", "nom_commune", "lon", "lat");
    /** What a decoder puts where the bytes are not UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    /** What a row turned out to be. */
    sealed interface Read {}

    record Usable(BanRow row) implements Read {}

    record Faulty(long line, String reason, boolean lacksLocation) implements Read {}

    /** @throws Refusal when the file has not the columns of a BAN file */
    static Read of(NamedCsvRecord line) {
        if (!line.getHeader().containsAll(NEEDED)) {
            throw Refusal.invalid("import-columns-missing", String.join("; ", NEEDED));
        }
        if (line.getFieldCount() != line.getHeader().size()) {
            return faulty(
                    line,
                    "has %d fields where the header has %d"
                            .formatted(line.getFieldCount(), line.getHeader().size()));
        }
        if (line.getFields().stream().anyMatch(field -> field.indexOf(NOT_UTF_8) >= 0)) {
            return faulty(line, "is not UTF-8");
        }
        String id = line.getField("id").strip();
        String street = line.getField("nom_voie").strip();
        if (id.isEmpty() || street.isEmpty()) {
            return faulty(line, id.isEmpty() ? "has no id" : id + " has no street");
        }
        return located(line, id, street);
    }

    private static Read located(NamedCsvRecord line, String id, String street) {
        String longitude = line.getField("lon").strip();
        String latitude = line.getField("lat").strip();
        if (longitude.isEmpty() || latitude.isEmpty()) {
            return new Faulty(line.getStartingLineNumber(), id + " has no coordinates", true);
        }
        try {
            Wgs84Point position = new Wgs84Point(Double.parseDouble(longitude), Double.parseDouble(latitude));
            return new Usable(
                    new BanRow(line.getStartingLineNumber(), id, address(line, street, position), sha256(line)));
        } catch (NumberFormatException e) {
            return faulty(line, "%s has coordinates that are no numbers: %s %s".formatted(id, longitude, latitude));
        } catch (Wgs84Point.PositionOutOfRange e) {
            return faulty(line, id + ": " + e.getMessage());
        }
    }

    private static Address address(NamedCsvRecord line, String street, Wgs84Point position) {
        String number =
                (line.getField("numero").strip() + " " + line.getField("rep").strip()).strip();
        String postcode = line.getField("code_postal").strip();
        String locality = line.getField("nom_commune").strip();
        String label = "%s, %s".formatted((number + " " + street).strip(), (postcode + " " + locality).strip());
        return new Address(label, number, street, postcode, locality, position);
    }

    private static Faulty faulty(NamedCsvRecord line, String reason) {
        return new Faulty(line.getStartingLineNumber(), reason, false);
    }

    private static String sha256(NamedCsvRecord line) {
        try {
            byte[] row = String.join("\u001f", line.getFields()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(row));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
