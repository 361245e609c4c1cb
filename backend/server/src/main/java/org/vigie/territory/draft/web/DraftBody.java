package org.vigie.territory.draft.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.territory.draft.DraftStep;
import org.vigie.territory.draft.SectorDraft;
import org.vigie.territory.topology.Finding;

/**
 * A draft as the page draws it.
 *
 * @param version what it starts from
 * @param isOutdated another version has been published since: this one cannot be any more
 * @param changes ground that changes hands, against the version
 */
record DraftBody(
        UUID id,
        String name,
        VersionBody version,
        int revision,
        int step,
        int lastStep,
        SectorDraft.By created,
        SectorDraft.By changed,

        @com.fasterxml.jackson.annotation.JsonProperty("outdated")
        boolean isOutdated,

        @com.fasterxml.jackson.annotation.JsonProperty("open")
        boolean isOpen,

        List<StepBody> steps,
        List<SectorBody> sectors,
        List<ChangeBody> changes,
        ChecksBody checks) {

    /** @param sectors how many it has */
    record VersionBody(
            UUID id,
            UUID setId,
            String setCode,
            String setName,
            boolean serves,
            int number,
            Instant holdsFrom,
            long sectors) {}

    record StepBody(int number, DraftStep.Kind kind, String about, SectorDraft.By made) {}

    record SectorBody(String code, String name, double squareMetres, Geometry shape) {}

    record ChangeBody(String from, String to, double squareMetres, Geometry shape) {}

    /** @param isPartition every point of the jurisdiction has exactly one sector */
    record ChecksBody(
            @com.fasterxml.jackson.annotation.JsonProperty("partition")
            boolean isPartition,

            List<FindingBody> findings) {}

    record FindingBody(
            Finding.Kind kind,
            List<String> codes,
            double squareMetres,
            String sentence,
            @Nullable Geometry shape) {}
}
