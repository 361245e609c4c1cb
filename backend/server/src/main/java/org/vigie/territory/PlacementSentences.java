package org.vigie.territory;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells people where a position falls and why. */
@Component
public class PlacementSentences {

    private final MessageSource messages;

    PlacementSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** @param locale any; without a translation of its own it reads English */
    public String of(Placement placement, Locale locale) {
        Object[] values = {
            placement.sector().map(LocatedSector::name).orElse(""),
            placement.sector().map(LocatedSector::code).orElse(""),
            distance(placement.metresToEdge(), locale)
        };
        return messages.getMessage("placement." + placement.rule().name(), values, locale);
    }

    /** Tenths of a metre matter near an edge only; not a number reads as nothing. */
    public static String distance(double metres, Locale locale) {
        if (Double.isNaN(metres)) {
            return "";
        }
        return metres < 10 ? String.format(locale, "%.1f m", metres) : String.format(locale, "%,.0f m", metres);
    }
}
