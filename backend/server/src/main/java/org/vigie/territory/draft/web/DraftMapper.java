package org.vigie.territory.draft.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.draft.DraftGround;
import org.vigie.territory.draft.DraftStep;
import org.vigie.territory.draft.SectorDraft;
import org.vigie.territory.topology.Finding;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Redrawing;
import org.vigie.territory.topology.Survey;

/** Drafts as the page draws them. */
@Mapper(implementationName = "<CLASS_NAME>Generated")
interface DraftMapper {

    @Mapping(target = "id", source = "draft.id")
    @Mapping(target = "revision", source = "draft.revision")
    @Mapping(target = "version", source = "ground.version")
    @Mapping(target = "sectors", expression = "java(sectors(ground.after(), ground.squareMetresAfter()))")
    @Mapping(target = "changes", source = "ground.changes")
    @Mapping(target = "checks", source = "ground.survey")
    @Mapping(target = "isOpen", source = "draft.open")
    DraftBody body(SectorDraft draft, DraftGround ground, List<DraftStep> steps, boolean isOutdated);

    DraftBody.VersionBody version(PublishedSectors.Version version);

    DraftBody.SectorBody sector(Piece piece, double squareMetres);

    default List<DraftBody.SectorBody> sectors(List<Piece> pieces, Map<String, Double> squareMetres) {
        return pieces.stream()
                .map(piece -> sector(piece, Math.round(squareMetres.getOrDefault(piece.code(), 0.0))))
                .toList();
    }

    @Mapping(target = "shape", source = "where")
    DraftBody.ChangeBody change(Redrawing.Change change);

    @Mapping(target = "isPartition", source = "partition")
    DraftBody.ChecksBody checks(Survey.Result survey);

    @Mapping(target = "shape", source = "where")
    DraftBody.FindingBody finding(Finding finding);

    List<DraftBody.FindingBody> findings(List<Finding> findings);

    default @Nullable Geometry where(Optional<Geometry> where) {
        return where.orElse(null);
    }
}
