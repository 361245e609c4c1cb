package org.vigie.team.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.team.CoverageTable;
import org.vigie.team.Shifts;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Which team covers which sector and category, during which shift; and the team that a sector always has. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/staffing")
class CoverageController {

    record TableBody(
            List<CoveringBody> items,
            List<SectorBody> sectors,
            List<CategoryBody> categories,
            List<ShiftBody> shifts) {}

    /** What a team covers. */
    record CoveringBody(UUID teamId, String code, String name, List<CoverageTable.Cell> cells, SettingBody setting) {}

    /** @param teamId its default team */
    record SectorBody(UUID id, String code, String name, UUID teamId, SettingBody setting) {}

    /** @param offered false for one that is offered no more and may still be covered */
    record CategoryBody(UUID id, String code, String name, String domain, boolean offered) {}

    record ShiftBody(UUID id, String code, String name) {}

    /** @param sectorId null: everywhere @param categoryId null: every category @param shiftId null: always */
    record CellBody(
            @Nullable UUID sectorId,
            @Nullable UUID categoryId,
            @Nullable UUID shiftId) {}

    /** @param cells all that the team covers */
    record CellsBody(
            @NotNull @Size(max = 2_000) List<@NotNull @Valid CellBody> cells,
            @NotNull @Size(max = 500) String reason) {}

    record DefaultBody(
            @NotNull UUID teamId, @NotNull @Size(max = 500) String reason) {}

    private final CoverageTable table;
    private final Teams teams;
    private final Shifts shifts;
    private final Categories categories;
    private final SettingChanges changes;

    CoverageController(CoverageTable table, Teams teams, Shifts shifts, Categories categories, SettingChanges changes) {
        this.table = table;
        this.teams = teams;
        this.shifts = shifts;
        this.categories = categories;
        this.changes = changes;
    }

    @GetMapping("/coverage")
    TableBody read() {
        return new TableBody(
                coverings(),
                sectors(),
                categories(),
                shifts.list().stream()
                        .map(shift -> new ShiftBody(shift.id(), shift.code(), shift.name()))
                        .toList());
    }

    @PutMapping("/teams/{id}/coverage")
    TableBody replace(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody CellsBody body) {
        table.replace(
                id,
                body.cells().stream()
                        .map(cell -> new CoverageTable.Cell(cell.sectorId(), cell.categoryId(), cell.shiftId()))
                        .toList(),
                revision.number(),
                body.reason());
        return read();
    }

    /** A default team is replaced by another, never taken away. */
    @PutMapping("/sectors/{id}/team")
    TableBody makeDefault(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody DefaultBody body) {
        table.makeDefault(id, body.teamId(), revision.number(), body.reason());
        return read();
    }

    private List<CoveringBody> coverings() {
        Map<UUID, List<CoverageTable.Cell>> cells = table.cells();
        Map<String, SettingChange> latest = changes.list(CoverageTable.CELLS);
        return teams.list().stream()
                .map((Team team) -> new CoveringBody(
                        team.id(),
                        team.code(),
                        team.name(),
                        cells.getOrDefault(team.id(), List.of()),
                        setting(latest, team.id())))
                .toList();
    }

    private List<SectorBody> sectors() {
        Map<String, SettingChange> latest = changes.list(CoverageTable.DEFAULTS);
        return table.sectors().stream()
                .map(sector -> new SectorBody(
                        sector.id(), sector.code(), sector.name(), sector.teamId(), setting(latest, sector.id())))
                .toList();
    }

    private List<CategoryBody> categories() {
        Set<UUID> offered = categories.listActive().stream().map(Category::id).collect(Collectors.toSet());
        return categories.list().stream()
                .map(category -> new CategoryBody(
                        category.id(),
                        category.code(),
                        category.name(),
                        category.domainCode(),
                        offered.contains(category.id())))
                .toList();
    }

    private static SettingBody setting(Map<String, SettingChange> latest, UUID id) {
        return SettingBody.of(Optional.ofNullable(latest.get(id.toString())));
    }
}
