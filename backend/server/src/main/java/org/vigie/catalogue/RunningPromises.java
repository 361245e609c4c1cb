package org.vigie.catalogue;

/** What a change of a calendar or a promise does to the requests that run. Told by the step that keeps them. */
public interface RunningPromises {

    /** Makes a change, which says what it changes by events, and tells what it moved. */
    RecountEffect of(Runnable change);

    /** As {@link #of}, and takes everything back. */
    RecountEffect preview(Runnable change);
}
