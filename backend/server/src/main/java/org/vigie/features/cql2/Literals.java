package org.vigie.features.cql2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.vigie.features.cql2.Operand.Box;
import org.vigie.features.cql2.Operand.Day;
import org.vigie.features.cql2.Operand.Numeric;
import org.vigie.features.cql2.Operand.Open;
import org.vigie.features.cql2.Operand.Shape;
import org.vigie.features.cql2.Operand.Text;
import org.vigie.features.cql2.Operand.Time;
import org.vigie.features.cql2.Operand.Timestamp;

/** Values as both encodings write them. */
public final class Literals {

    /** Before and after it the database counts otherwise, or not at all. */
    private static final int FIRST_YEAR = 1;

    private static final int LAST_YEAR = 9999;

    /** Wider than any number that is kept, and narrow enough to be compared at once. */
    private static final int MOST_DIGITS = 40;

    private Literals() {}

    public static Text text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw FilterRefusals.unsupported("U+0000");
        }
        return new Text(value);
    }

    public static Numeric number(String digits) {
        BigDecimal number = parsed(digits);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw FilterRefusals.unsupported(digits);
        }
        return new Numeric(number);
    }

    private static BigDecimal parsed(String digits) {
        try {
            if (digits.length() <= 2 * MOST_DIGITS) {
                return new BigDecimal(digits);
            }
        } catch (NumberFormatException e) {
            // Told below, as any other number that is not kept.
        }
        throw FilterRefusals.unsupported(digits);
    }

    static Day day(String date) {
        try {
            return new Day(inRange(LocalDate.parse(date)));
        } catch (DateTimeException e) {
            throw FilterRefusals.unsupported(date);
        }
    }

    static Timestamp timestamp(String moment) {
        try {
            Instant at = OffsetDateTime.parse(moment).toInstant();
            inRange(at.atZone(java.time.ZoneOffset.UTC).toLocalDate());
            return new Timestamp(at);
        } catch (DateTimeException e) {
            throw FilterRefusals.unsupported(moment);
        }
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("year " + date.getYear());
        }
        return date;
    }

    /** An end of an interval: {@code ..}, a day or a moment. */
    public static Time end(String text) {
        if (text.equals("..") || text.isEmpty()) {
            return new Open();
        }
        return text.contains("T") || text.contains("t") ? timestamp(text) : day(text);
    }

    static Shape shape(Geometry geometry) {
        boolean finite =
                Arrays.stream(geometry.getCoordinates()).allMatch(at -> Double.isFinite(at.x) && Double.isFinite(at.y));
        if (geometry.isEmpty() || !finite) {
            throw FilterRefusals.geometryMalformed(geometry.getGeometryType());
        }
        return new Shape(geometry);
    }

    /** @param numbers four, or six with heights, which are left out */
    public static Box box(double[] numbers) {
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw FilterRefusals.geometryMalformed("BBOX");
        }
        return switch (numbers.length) {
            case 4 -> new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
            case 6 -> new Box(numbers[0], numbers[1], numbers[3], numbers[4]);
            default -> throw FilterRefusals.geometryMalformed("BBOX");
        };
    }
}
