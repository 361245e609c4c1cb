package org.vigie.citizen.watch;

import java.util.UUID;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An area that somebody wants to hear of.
 *
 * @param name as its watcher calls it
 * @param ground EPSG:4326
 * @param isConfirmed the owner of the e-mail address has said yes
 */
public record WatchedArea(
        UUID id, String name, MultiPolygon ground, String email, String locale, boolean isConfirmed) {}
