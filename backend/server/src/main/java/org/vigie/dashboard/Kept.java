package org.vigie.dashboard;

import org.vigie.catalogue.Commitment;

/**
 * What became of the promises of one kind that fell due.
 *
 * @param due how many
 * @param kept of these, in time
 * @param warned of these, those that were still open when their warning came
 */
public record Kept(Commitment commitment, int due, int kept, int warned) {

    public int broken() {
        return due - kept;
    }
}
