package org.vigie.catalogue;

/** What the report of a job must hold before the job is done, so that nobody must go a second time. */
public enum ReportRequirement {
    PHOTO_BEFORE,
    PHOTO_AFTER,
    /** What was done, in words. */
    NOTE,
    CAUSE,
    QUANTITY
}
