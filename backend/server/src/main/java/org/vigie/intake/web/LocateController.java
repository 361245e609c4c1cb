package org.vigie.intake.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Channel;
import org.vigie.request.Danger;

/** Where a position falls and why, and who would answer there; nothing is kept. */
@RestController
class LocateController {

    private final Categories categories;
    private final LocateAnswers answers;

    LocateController(Categories categories, LocateAnswers answers) {
        this.categories = categories;
        this.answers = answers;
    }

    /**
     * @param category code; with it the answer names organisation and service, and the team to staff
     * @param sector code of a neighbour that the person chooses, near an edge
     * @param danger as the person says; absent, it is what the category usually is
     */
    @GetMapping("/{jurisdiction}/api/locate")
    @Transactional(readOnly = true)
    public LocateBody locate(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String sector,
            @RequestParam(required = false) @Nullable Danger danger) {
        return locate(new QuestionBody(new Wgs84Point(lon, lat), category, sector, danger, null, null, null));
    }

    /**
     * As it would be with what is written already, which belongs into no address line.
     *
     * @param channel read from staff only
     */
    record QuestionBody(
            @NotNull Wgs84Point position,
            @Nullable @Size(max = 100) String category,
            @Nullable @Size(max = 60) String sector,
            @Nullable Danger danger,
            @Nullable Channel channel,
            @Nullable @Size(max = 4000) String description,
            @Nullable @Size(max = 100) Map<String, String> answers) {}

    /** As the other, for a report that is being written: rules may ask for its words and its channel. */
    @PostMapping("/{jurisdiction}/api/locate")
    @Transactional(readOnly = true)
    public LocateBody locate(@Valid @RequestBody QuestionBody body) {
        Optional<Category> about = Optional.ofNullable(body.category())
                .map(code -> categories.findOffered(code).orElseThrow(() -> Refusal.invalid("unknown-category", code)));
        return answers.of(new LocateAnswers.Question(
                body.position(),
                Optional.ofNullable(body.sector()),
                about,
                Optional.ofNullable(body.danger()),
                Optional.ofNullable(body.channel()),
                Objects.requireNonNullElse(body.description(), ""),
                Objects.requireNonNullElse(body.answers(), Map.of())));
    }
}
