/**
 * Assigned: the queue of the desk, hand-overs between teams, and the live stream that tells every open screen.
 *
 * <p>A change is put into the outbox by the transaction that made it. The sequencer numbers what has committed, one jurisdiction at a
 * time, and announces it to every process through NOTIFY; a screen resumes from the last number it saw and misses nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "download",
            "territory",
            "territory :: asset",
            "territory :: draft",
            "territory :: topology",
            "catalogue",
            "catalogue :: process",
            "catalogue :: calendar",
            "team",
            "request",
            "request :: rules",
            "intake",
            "intake :: *",
            "notification",
            "map",
            "map :: filter"
        })
package org.vigie.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
