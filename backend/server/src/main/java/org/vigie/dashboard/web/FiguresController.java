package org.vigie.dashboard.web;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.dashboard.Boundaries;
import org.vigie.dashboard.SectorFigures;

/** Figures for those who answer for the work. */
@RestController
class FiguresController {

    record SectorFiguresBody(Instant from, Instant to, Boundaries boundaries, List<SectorFigures.Figure> items) {}

    private final SectorFigures figures;

    FiguresController(SectorFigures figures) {
        this.figures = figures;
    }

    /** @param boundaries those of the day, or today's */
    @GetMapping("/{jurisdiction}/api/desk/figures/sectors")
    SectorFiguresBody sectors(
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(defaultValue = "DAY") Boundaries boundaries) {
        return new SectorFiguresBody(from, to, boundaries, figures.list(from, to, boundaries));
    }
}
