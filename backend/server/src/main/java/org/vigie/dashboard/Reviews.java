package org.vigie.dashboard;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reviews of periods: whoever asks for the same one later reads the same numbers, once it was over. */
@Component
public class Reviews {

    private final FigureBook book;

    Reviews(FigureBook book) {
        this.book = book;
    }

    /** @param comparison each period is told as of its own end */
    @Transactional(readOnly = true)
    public Review of(Period period, Period comparison, FigureFilter filter) {
        Figures now = book.of(period, filter);
        Figures before = book.of(comparison, filter);
        return new Review(now, before, PointsToImprove.of(categories(now), categories(before)));
    }

    private static List<Figures.Group> categories(Figures figures) {
        return figures.groups().getOrDefault(Dimension.CATEGORY, List.of());
    }
}
