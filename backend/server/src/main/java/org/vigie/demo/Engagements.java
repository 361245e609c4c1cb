package org.vigie.demo;

import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.catalogue.calendar.WorkCalendar;

/**
 * What Aubrelle promises: an acknowledgement within 2 working days, somebody on site within the hour where it is urgent (told at half
 * of it), and the hours of the sheet for the rest, in days where they are whole ones.
 *
 * @param office the calendar of whoever acknowledges
 */
record Engagements(WorkCalendar office) {

    private static final int ANSWERED_IN_HOURS = 240;
    private static final int HOURS_A_DAY = 24;
    private static final int NEARLY_OVER_PERCENT = 80;

    Promises of(Sheets.Offer offer, RequestKind kind) {
        if (offer.urgent()) {
            return Promises.NONE
                    .with(Commitment.ACKNOWLEDGE, minutes(30).warning(Warning.Kind.MINUTES_BEFORE, 10))
                    .with(Commitment.ON_SITE, minutes(60).warning(Warning.Kind.MINUTES_AFTER, 30))
                    .with(Commitment.RESOLVE, hours(24))
                    .with(Commitment.REPLY, hours(48));
        }
        Promise acknowledged = new Promise(new Length(2, Length.Unit.WORKING_DAYS), office, java.util.Optional.empty());
        int reply =
                offer.reply().orElse(Math.max(ANSWERED_IN_HOURS, offer.resolve().orElse(0)));
        Promises promises = Promises.NONE
                .with(Commitment.ACKNOWLEDGE, acknowledged.warning(Warning.Kind.SHARE, NEARLY_OVER_PERCENT))
                .with(Commitment.REPLY, hours(reply));
        return offer.resolve()
                .filter(hours -> kind.needsIntervention())
                .map(hours -> promises.with(Commitment.RESOLVE, hours(hours)))
                .orElse(promises);
    }

    private Promise minutes(int amount) {
        return Promise.roundTheClock(amount, Length.Unit.MINUTES, office.zone());
    }

    private Promise hours(int amount) {
        boolean days = amount > 2 * HOURS_A_DAY && amount % HOURS_A_DAY == 0;
        Promise promise = days
                ? Promise.roundTheClock(amount / HOURS_A_DAY, Length.Unit.DAYS, office.zone())
                : Promise.roundTheClock(amount, Length.Unit.HOURS, office.zone());
        return promise.warning(Warning.Kind.SHARE, NEARLY_OVER_PERCENT);
    }
}
