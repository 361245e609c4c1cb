package org.vigie.intervention;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.AccountTeams;
import org.vigie.catalogue.ReportRequirement;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.RequestProcess;
import org.vigie.intake.photo.PhotoRef;

/**
 * A job as the team sees it.
 *
 * @param required what must be told before it is done
 * @param visitNumber 1 the first time that somebody goes to the request
 * @param distanceMetres from where the team is, as the crow flies; absent when either is not known
 */
public record FieldJob(
        UUID id,
        Job.Step step,
        Instant offeredAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant enRouteAt,
        @Nullable Instant onSiteAt,
        @Nullable Instant endedAt,
        String note,
        AccountTeams.TeamName team,
        List<ReportRequirement> required,
        int visitNumber,
        @Nullable Double distanceMetres,
        FieldRequest request) {

    /**
     * What the team needs to know of the request.
     *
     * @param contactPhone of whoever asked, to be called from the site
     * @param process that it began with: what was answered, the steps of the work, what the report must have
     */
    public record FieldRequest(
            @JsonUnwrapped DeskCard card,
            List<PhotoRef> photos,
            @Nullable String contactPhone,
            @Nullable RequestProcess process) {}
}
