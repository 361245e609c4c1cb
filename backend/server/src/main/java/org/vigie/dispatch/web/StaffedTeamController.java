package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SettingChange;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.staffing.TeamChange;
import org.vigie.dispatch.transmission.Destinations;
import org.vigie.team.People;
import org.vigie.team.Team;
import org.vigie.team.TeamSheet;
import org.vigie.team.TeamSheets;

/** The teams as they are set up: added, renamed, stopped. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/staffing/teams")
class StaffedTeamController {

    /** @param people who may be members @param services that a team may belong to */
    record ListBody(List<TeamBody> items, List<People.Person> people, List<Destinations.Service> services) {}

    /**
     * @param lastResort takes what nobody else covers, and can therefore not stop
     * @param load open requests that it has
     * @param sectors whose default team it is, by name
     */
    record TeamBody(
            UUID id,
            String code,
            String name,
            Team.Kind kind,
            @Nullable UUID serviceId,
            int capacity,
            boolean active,
            boolean lastResort,
            int load,
            List<UUID> members,
            List<String> sectors,
            SettingBody setting) {}

    /**
     * @param code stays as it was first given: rules and maps name the team by it
     * @param members accounts, all of them
     * @param successorId who takes what it covers when it stops; without one the rules go on to the next
     */
    record ChangeBody(
            @NotNull @Pattern(regexp = "[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}-]{0,11}")
            String code,

            @NotBlank @Size(max = 100) String name,
            Team.@NotNull Kind kind,
            @Nullable UUID serviceId,
            @Min(1) @Max(1_000) int capacity,
            boolean active,
            @NotNull @Size(max = 500) List<@NotNull UUID> members,
            @Nullable UUID successorId,
            @NotNull @Size(max = 500) String reason) {

        TeamChange.Wanted toWanted(UUID id, int seen) {
            Team team = new Team(id, code, name.strip(), Optional.ofNullable(serviceId), kind, false, capacity);
            return new TeamChange.Wanted(
                    new TeamSheet(team, active, List.copyOf(new LinkedHashSet<>(members))),
                    Optional.ofNullable(successorId),
                    seen,
                    reason);
        }
    }

    private final TeamSheets sheets;
    private final TeamChange change;
    private final DeskQueue queue;
    private final People people;
    private final Destinations destinations;
    private final SettingChanges changes;

    StaffedTeamController(
            TeamSheets sheets,
            TeamChange change,
            DeskQueue queue,
            People people,
            Destinations destinations,
            SettingChanges changes) {
        this.sheets = sheets;
        this.change = change;
        this.queue = queue;
        this.people = people;
        this.destinations = destinations;
        this.changes = changes;
    }

    @GetMapping
    ListBody list() {
        Map<UUID, Integer> loads = queue.loads();
        Map<String, SettingChange> latest = changes.list(TeamChange.SUBJECT);
        return new ListBody(
                sheets.list().stream()
                        .map(sheet -> body(
                                sheet,
                                loads,
                                Optional.ofNullable(latest.get(sheet.team().id().toString()))))
                        .toList(),
                people.list(),
                destinations.list());
    }

    /** Under an id of the client's, so that it may be repeated. Answers with what stopping moves; with {@code preview} it only would. */
    @PutMapping("/{id}")
    TeamChange.Effect change(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @RequestParam(defaultValue = "false") boolean preview,
            @Valid @RequestBody ChangeBody body) {
        TeamChange.Wanted wanted = body.toWanted(id, revision.number());
        return preview ? change.preview(wanted) : change.make(wanted);
    }

    private TeamBody body(TeamSheet sheet, Map<UUID, Integer> loads, Optional<SettingChange> latest) {
        Team team = sheet.team();
        return new TeamBody(
                team.id(),
                team.code(),
                team.name(),
                team.kind(),
                team.serviceId().orElse(null),
                team.dailyCapacity(),
                sheet.active(),
                team.isLastResort(),
                loads.getOrDefault(team.id(), 0),
                sheet.members(),
                sheets.sectorsOf(team.id()),
                SettingBody.of(latest));
    }
}
