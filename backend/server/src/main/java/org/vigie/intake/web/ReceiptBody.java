package org.vigie.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.AccountTeams;
import org.vigie.catalogue.Commitment;
import org.vigie.request.Place;
import org.vigie.request.RequestState;

/** What whoever reported is told at once. The team is named to staff only. */
record ReceiptBody(
        UUID id,
        String number,
        RequestState state,
        @Nullable SectorName sector,
        PlacementBody placement,
        String service,
        AccountTeams.@Nullable TeamName team,
        List<PromiseBody> promises,
        String trackingUrl) {

    record SectorName(String code, String name) {}

    record PlacementBody(Place.Rule rule, @Nullable Double metresToEdge, String sentence) {}

    record PromiseBody(Commitment commitment, Instant dueAt) {}
}
