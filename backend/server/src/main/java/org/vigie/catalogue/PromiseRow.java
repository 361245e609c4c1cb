package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;

/** How the promises of a category come with its row: one text each, in the order of the columns that {@link #COLUMN} names. */
final class PromiseRow {

    static final String COLUMN = """
            array(select concat_ws(' ', p.commitment, p.amount, p.unit, coalesce(p.calendar_id::text, '-'), p.warning_kind, p.warning_value)
                from catalogue.promise p
                where p.jurisdiction_id = c.jurisdiction_id and p.category_id = c.category_id) as promises
            """;

    private PromiseRow() {}

    static Promises read(ResultSet row, Calendars calendars) throws SQLException {
        Map<Commitment, Promise> made = new EnumMap<>(Commitment.class);
        for (String text : (String[]) row.getArray("promises").getArray()) {
            String[] cells = text.split(" ", -1);
            WorkCalendar calendar = calendars.get(cells[3].equals("-") ? null : UUID.fromString(cells[3]));
            Length length = new Length(Integer.parseInt(cells[1]), Length.Unit.valueOf(cells[2]));
            made.put(Commitment.valueOf(cells[0]), new Promise(length, calendar, warning(cells)));
        }
        return new Promises(made);
    }

    private static Optional<Warning> warning(String[] cells) {
        return cells.length < 6
                ? Optional.empty()
                : Optional.of(new Warning(Warning.Kind.valueOf(cells[4]), Integer.parseInt(cells[5])));
    }
}
