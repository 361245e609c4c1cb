package org.vigie.catalogue;

/** What sort of request it is; questions, remarks and praise are answered, not repaired. */
public enum RequestKind {
    INCIDENT,
    COMPLAINT,
    QUESTION,
    REMARK,
    PRAISE;

    /** Whether somebody goes there. */
    public boolean needsIntervention() {
        return this == INCIDENT || this == COMPLAINT;
    }
}
