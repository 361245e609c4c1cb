package org.vigie.dashboard;

import java.util.List;
import org.vigie.catalogue.Commitment;

/**
 * The figures of some requests in a period, praise not among them.
 *
 * @param selfReports of those received, what our own patrol saw
 * @param settled whose work ended in the period and had not begun again when it was over
 * @param openAtEnd open when it was over, whenever they came in
 * @param overdue of these, those with a promise that was broken and still not kept
 * @param firstAction from receipt to the first thing that staff did, where that was in the period
 * @param settlement from receipt to the end of the work, of those settled
 * @param promises that fell due in the period
 * @param handOvers from one team to another
 * @param handedOverAgain requests with more than one of them up to the end
 * @param reopened how often
 * @param visited of those settled, where a team was on site
 * @param secondVisits of these, where it was there more than once
 * @param online of those received, by web, application, Open311, chat or social network
 * @param phone of those received, by telephone
 */
public record Sums(
        int received,
        int selfReports,
        int settled,
        int openAtEnd,
        int overdue,
        Spread firstAction,
        Spread settlement,
        List<Kept> promises,
        int handOvers,
        int handedOverAgain,
        int reopened,
        int visited,
        int secondVisits,
        int online,
        int phone) {

    /** Promises that fell due, without the acknowledgement, which is usually kept by itself. */
    public int due() {
        return promises.stream().filter(Sums::counts).mapToInt(Kept::due).sum();
    }

    /** Of {@link #due}, those kept in time. */
    public int kept() {
        return promises.stream().filter(Sums::counts).mapToInt(Kept::kept).sum();
    }

    /** Nothing of them came in, ended, was open, fell due or changed. */
    boolean isEmpty() {
        return received + settled + openAtEnd + handOvers + reopened == 0 && promises.isEmpty() && firstAction.n() == 0;
    }

    private static boolean counts(Kept kept) {
        return kept.commitment() != Commitment.ACKNOWLEDGE;
    }
}
