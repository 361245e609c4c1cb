package org.vigie.team.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.vigie.team.SkillBook;
import org.vigie.team.TeamDraft;
import org.vigie.team.Teams;

/** Skills and means: which teams hold them, which categories ask for them. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/staffing")
class SkillController {

    record BookBody(List<SkillBody> skills, List<HolderBody> teams, List<HolderBody> categories) {}

    record SkillBody(UUID id, String code, String name, TeamDraft.SkillKind kind, SettingBody setting) {}

    /** A team that holds them, or a category that asks for them. */
    record HolderBody(UUID id, String code, String name, List<UUID> skillIds, SettingBody setting) {}

    record NewSkillBody(
            @NotNull @Pattern(regexp = "[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}-]{0,39}")
            String code,

            @NotBlank @Size(max = 100) String name,
            TeamDraft.@NotNull SkillKind kind,
            @NotNull @Size(max = 500) String reason) {}

    /** @param skillIds all of them */
    record SkillsBody(
            @NotNull @Size(max = 100) List<@NotNull UUID> skillIds,
            @NotNull @Size(max = 500) String reason) {}

    private final SkillBook book;
    private final Teams teams;
    private final Categories categories;
    private final SettingChanges changes;

    SkillController(SkillBook book, Teams teams, Categories categories, SettingChanges changes) {
        this.book = book;
        this.teams = teams;
        this.categories = categories;
        this.changes = changes;
    }

    @GetMapping("/skills")
    BookBody read() {
        Map<String, SettingChange> latest = changes.list(SkillBook.SKILLS);
        return new BookBody(
                book.list().stream()
                        .map(skill -> new SkillBody(
                                skill.id(), skill.code(), skill.name(), skill.kind(), setting(latest, skill.id())))
                        .toList(),
                teams(),
                categories());
    }

    @PutMapping("/skills/{id}")
    BookBody put(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody NewSkillBody body) {
        book.put(
                new SkillBook.Skill(id, body.code(), body.name().strip(), body.kind()),
                revision.number(),
                body.reason());
        return read();
    }

    @PutMapping("/teams/{id}/skills")
    BookBody hold(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody SkillsBody body) {
        book.hold(id, body.skillIds(), revision.number(), body.reason());
        return read();
    }

    @PutMapping("/categories/{id}/skills")
    BookBody ask(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody SkillsBody body) {
        book.ask(id, body.skillIds(), revision.number(), body.reason());
        return read();
    }

    private List<HolderBody> teams() {
        Map<UUID, List<UUID>> held = book.held();
        Map<String, SettingChange> latest = changes.list(SkillBook.HELD);
        return teams.list().stream()
                .map(team -> new HolderBody(
                        team.id(),
                        team.code(),
                        team.name(),
                        held.getOrDefault(team.id(), List.of()),
                        setting(latest, team.id())))
                .toList();
    }

    private List<HolderBody> categories() {
        Map<UUID, List<UUID>> needed = book.needed();
        Map<String, SettingChange> latest = changes.list(SkillBook.NEEDED);
        return categories.listActive().stream()
                .map(category -> new HolderBody(
                        category.id(),
                        category.code(),
                        category.name(),
                        needed.getOrDefault(category.id(), List.of()),
                        setting(latest, category.id())))
                .toList();
    }

    private static SettingBody setting(Map<String, SettingChange> latest, UUID id) {
        return SettingBody.of(Optional.ofNullable(latest.get(id.toString())));
    }
}
