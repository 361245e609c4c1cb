package org.vigie.features.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** An instant as {@link Instant#toString()} has it, which takes several times as long: a page of features has thousands of them. */
final class InstantText {

    private static final int LONGEST = "9999-12-31T23:59:59.999999999Z".length();
    /** Seconds at which the years 0 and 10,000 begin: between them a year has four digits. */
    private static final long YEAR_0 = -62_167_219_200L;

    private static final long YEAR_10_000 = 253_402_300_800L;

    private InstantText() {}

    static String of(Instant at) {
        if (at.getEpochSecond() < YEAR_0 || at.getEpochSecond() >= YEAR_10_000) {
            return at.toString();
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        byte[] text = new byte[LONGEST];
        int end = put(text, 0, local.getYear(), 4, '-');
        end = put(text, end, local.getMonthValue(), 2, '-');
        end = put(text, end, local.getDayOfMonth(), 2, 'T');
        end = put(text, end, local.getHour(), 2, ':');
        end = put(text, end, local.getMinute(), 2, ':');
        end = put(text, end, local.getSecond(), 2, at.getNano() == 0 ? 'Z' : '.');
        if (at.getNano() != 0) {
            end = fraction(text, end, at.getNano());
        }
        return new String(text, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Of three, six or nine digits. */
    private static int fraction(byte[] text, int from, int nanos) {
        if (nanos % 1_000_000 == 0) {
            return put(text, from, nanos / 1_000_000, 3, 'Z');
        }
        return nanos % 1_000 == 0 ? put(text, from, nanos / 1_000, 6, 'Z') : put(text, from, nanos, 9, 'Z');
    }

    private static int put(byte[] text, int from, int number, int digits, char after) {
        int left = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        text[from + digits] = (byte) after;
        return from + digits + 1;
    }
}
