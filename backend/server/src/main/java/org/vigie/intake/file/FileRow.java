package org.vigie.intake.file;

import java.time.Instant;
import java.util.Optional;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.request.RequestState;

/**
 * One row as the mapping reads it.
 *
 * @param line of the file, from 1
 * @param teamName as the other system calls whoever works on it
 * @param expectedSector code that the other system gives
 */
record FileRow(
        long line,
        String externalId,
        String domain,
        String category,
        String description,
        String address,
        Optional<Wgs84Point> position,
        Instant receivedAt,
        Optional<Instant> resolvedAt,
        Channel channel,
        RequestState state,
        Optional<String> teamName,
        Optional<String> expectedSector) {}
