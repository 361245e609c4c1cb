package org.vigie.request;

/** How soon, as staff see it. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
