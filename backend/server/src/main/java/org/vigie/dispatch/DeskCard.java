package org.vigie.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.AccountTeams;
import org.vigie.catalogue.RequestKind;
import org.vigie.dispatch.transmission.Transfers;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.request.Channel;
import org.vigie.request.Priority;
import org.vigie.request.RequestState;
import org.vigie.request.Ring;

/**
 * A request as a row of the desk's queue and a ring on its map; private ones included.
 *
 * @param category code; {@code title} is its name
 * @param photo that stands for the request in lists
 * @param escalationStep the step of a ladder that an open promise stands on; absent when nobody had to be told
 * @param isPrivate never published
 * @param owner absent only where nobody works who could be one
 * @param transfers how often it changed hands by a person's decision
 * @param transmittedAt since when its service is to say yes or no
 * @param returnedAt since when it is back with its owner
 * @param toAcknowledge whoever asked has not been told yet that it was received
 */
public record DeskCard(
        UUID id,
        String number,
        RequestKind kind,
        RequestState state,
        String category,
        String title,
        String glyph,
        String domain,
        String address,
        @Nullable SectorName sector,
        String service,
        @Nullable Wgs84Point position,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        Ring ring,
        @Nullable Integer escalationStep,
        @Nullable PhotoRef photo,
        AccountTeams.TeamName team,
        Priority priority,

        @com.fasterxml.jackson.annotation.JsonProperty("private")
        boolean isPrivate,

        Channel channel,
        int revision,
        String description,
        @Nullable Owner owner,
        int transfers,
        @Nullable Instant transmittedAt,
        @Nullable Instant returnedAt,
        Transfers.@Nullable ReturnCause returnCause,
        boolean toAcknowledge) {

    /** Who of the front office follows it. */
    public record Owner(UUID id, String name) {}

    /** A sector by what people call it. */
    public record SectorName(String code, String name) {}
}
