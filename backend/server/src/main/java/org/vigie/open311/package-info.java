/**
 * The door for other systems: Open311 GeoReport v2, with the extensions that its servers and clients speak.
 *
 * <p>What comes in takes the path of every other report ({@code intake}) on the channel OPEN311, from clients that hold a key; it keeps the
 * id that it has in the client's own system, so that a report or an update sent twice is there once. What goes out is read from the
 * published views as {@code map_reader}, so that nothing private can leave here; only a client's own reports tell it, and nobody else,
 * their state when they are not published. Nothing that a client names is ever fetched.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "catalogue",
            "catalogue :: process",
            "request",
            "intake",
            "intake :: address",
            "intake :: photo",
            "dispatch",
            "citizen",
            "map"
        })
package org.vigie.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
