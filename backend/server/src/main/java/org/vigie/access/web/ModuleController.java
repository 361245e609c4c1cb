package org.vigie.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;

/** What the town does without. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/modules")
class ModuleController {

    record ModulesBody(List<ModuleBody> items) {}

    record ModuleBody(ModuleName module, boolean on, SettingBody setting) {}

    record ChangeBody(
            @NotNull Boolean on, @NotNull @Size(max = 500) String reason) {}

    private final Modules modules;
    private final SettingChanges changes;

    ModuleController(Modules modules, SettingChanges changes) {
        this.modules = modules;
        this.changes = changes;
    }

    @GetMapping
    ModulesBody get() {
        Set<ModuleName> on = modules.list();
        Map<String, SettingChange> latest = changes.list(Modules.SUBJECT);
        return new ModulesBody(Arrays.stream(ModuleName.values())
                .map(module -> new ModuleBody(
                        module, on.contains(module), SettingBody.of(Optional.ofNullable(latest.get(module.name())))))
                .toList());
    }

    @PutMapping("/{module}")
    ModulesBody turn(
            @PathVariable ModuleName module,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ChangeBody body) {
        modules.turn(module, body.on(), revision.number(), body.reason());
        return get();
    }
}
