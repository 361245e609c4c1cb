package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.GroundDraft;
import org.vigie.catalogue.NamedGround;
import org.vigie.catalogue.NamedGrounds;

/** The named pieces of ground that stop messages, offers and competences are told for. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/grounds")
class GroundController {

    private static final String SUBJECT = "ground/";

    record ListBody(List<GroundBody> items, List<NamedGround.Sector> sectors) {}

    /** @param shape absent for a sector that is no longer there */
    record GroundBody(
            UUID id,
            String code,
            String name,
            NamedGround.Kind kind,
            @Nullable UUID sectorId,
            @Nullable Geometry shape,
            @Nullable Double widthMetres,
            NamedGround.Uses uses,
            SettingBody setting) {}

    /**
     * @param shape polygons of an area, or lines of a road
     * @param widthMetres of a road, from one side to the other
     */
    record ChangeBody(
            @NotBlank @Size(max = 120) String name,
            @NotNull Geometry shape,
            @Nullable @DecimalMin("0.5") @DecimalMax("500") Double widthMetres,
            @NotNull @Size(max = 500) String reason) {}

    private final NamedGrounds grounds;
    private final GroundDraft draft;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    GroundController(NamedGrounds grounds, GroundDraft draft, SettingChanges changes, TransactionTemplate transaction) {
        this.grounds = grounds;
        this.draft = draft;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    ListBody list() {
        Map<String, SettingChange> latest = changes.list(SUBJECT);
        return new ListBody(
                grounds.list().stream()
                        .map(ground -> body(
                                ground,
                                Optional.ofNullable(latest.get(ground.id().toString()))))
                        .toList(),
                grounds.listSectors());
    }

    /** The id is the client's: sent again it is the same ground. */
    @PutMapping("/{id}")
    GroundBody draw(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT + id, revision.number(), body.reason());
            draft.draw(id, body.name().strip(), body.shape(), Optional.ofNullable(body.widthMetres()));
        });
        return body(grounds.find(id).orElseThrow(() -> Refusal.notFound("ground")), changes.find(SUBJECT + id));
    }

    private static GroundBody body(NamedGround ground, Optional<SettingChange> latest) {
        return new GroundBody(
                ground.id(),
                ground.code(),
                ground.name(),
                ground.kind(),
                ground.sectorId().orElse(null),
                ground.shape().orElse(null),
                ground.widthMetres().orElse(null),
                ground.uses(),
                SettingBody.of(latest));
    }
}
