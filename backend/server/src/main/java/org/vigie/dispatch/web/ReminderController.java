package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.dispatch.reminder.Dormancies;

/** After how many days of nobody's doing a request is brought back to its team and owner. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/reminders")
class ReminderController {

    /** @param days for every category that is not named; absent: never */
    record DormancyBody(@Nullable Integer days, List<CategoryBody> categories, SettingBody setting) {}

    record CategoryBody(
            @NotNull String category,
            @Nullable @Min(1) @Max(365) Integer days) {}

    record ChangeBody(
            @Nullable @Min(1) @Max(365) Integer days,
            @NotNull @Size(max = 2_000) List<@Valid CategoryBody> categories,
            @NotNull @Size(max = 500) String reason) {}

    private final Dormancies dormancies;
    private final Categories categories;
    private final SettingChanges changes;

    ReminderController(Dormancies dormancies, Categories categories, SettingChanges changes) {
        this.dormancies = dormancies;
        this.categories = categories;
        this.changes = changes;
    }

    @GetMapping
    DormancyBody get() {
        Dormancies.Dormancy dormancy = dormancies.get();
        Map<UUID, String> codes = categories.list().stream().collect(Collectors.toMap(Category::id, Category::code));
        return new DormancyBody(
                dormancy.days().orElse(null),
                dormancy.categories().entrySet().stream()
                        .map(own -> new CategoryBody(
                                codes.getOrDefault(own.getKey(), ""),
                                own.getValue().orElse(null)))
                        .toList(),
                SettingBody.of(changes.find(Dormancies.SUBJECT)));
    }

    @PutMapping
    DormancyBody replace(@RequestHeader(HttpHeaders.IF_MATCH) Revision revision, @Valid @RequestBody ChangeBody body) {
        Map<UUID, Optional<Integer>> own = new LinkedHashMap<>();
        body.categories()
                .forEach(each -> own.put(
                        categories
                                .findOffered(each.category())
                                .orElseThrow(() -> Refusal.invalid("reference-unknown"))
                                .id(),
                        Optional.ofNullable(each.days())));
        dormancies.replace(
                new Dormancies.Dormancy(Optional.ofNullable(body.days()), own), revision.number(), body.reason());
        return get();
    }
}
