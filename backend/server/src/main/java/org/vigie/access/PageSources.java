package org.vigie.access;

import java.util.SortedSet;
import java.util.TreeSet;

/** What pages of the jurisdiction that is open load from other services, which their Content-Security-Policy has to let them. */
public interface PageSources {

    /**
     * As the sources of a Content-Security-Policy.
     *
     * @param images shown as pictures
     * @param reads read by the page's script
     */
    record Sources(SortedSet<String> images, SortedSet<String> reads) {

        public static final Sources NONE = new Sources(new TreeSet<>(), new TreeSet<>());
    }

    /** @param forStaff whether the page is staff's */
    Sources sources(boolean forStaff);
}
