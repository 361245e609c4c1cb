package org.vigie.territory.draft;

/**
 * An edit of a draft.
 *
 * @param about names of the sectors it is about
 */
public record DraftStep(int number, Kind kind, String about, SectorDraft.By made) {

    /** What was done. */
    public enum Kind {
        CLAIM,
        SPLIT,
        MERGE,
        MOVE_POINT,
        RENAME,
        IMPORT
    }
}
