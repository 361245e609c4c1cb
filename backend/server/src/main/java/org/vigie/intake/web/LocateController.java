package org.vigie.intake.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
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
        Optional<Category> about = Optional.ofNullable(category)
                .map(code -> categories.findOffered(code).orElseThrow(() -> Refusal.invalid("unknown-category", code)));
        return answers.of(new LocateAnswers.Question(
                new Wgs84Point(lon, lat), Optional.ofNullable(sector), about, Optional.ofNullable(danger)));
    }
}
