package org.vigie.intake.photo;

import java.time.Instant;
import java.util.Optional;
import org.vigie.geo.Wgs84Point;

/**
 * A photo with what only its receiver needs.
 *
 * @param file name of its content
 * @param received name of the bytes as they came: tells a repeat from another photo under the same id
 * @param proposedPosition where it was taken, until it is attached
 */
public record StoredPhoto(
        Photo photo,
        ContentName file,
        ContentName received,
        Optional<Wgs84Point> proposedPosition,
        Optional<Instant> takenAt) {}
