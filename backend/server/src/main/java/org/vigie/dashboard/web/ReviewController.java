package org.vigie.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.Review;
import org.vigie.dashboard.ReviewCsv;
import org.vigie.dashboard.ReviewPage;
import org.vigie.dashboard.ReviewTable;
import org.vigie.dashboard.ReviewTables;
import org.vigie.dashboard.Reviews;

/** The review of a period: as figures, as the file of each table, and printed. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/review")
class ReviewController {

    private final Reviews reviews;
    private final ReviewTables tables;
    private final ReviewPage page;
    private final Clock clock;

    ReviewController(Reviews reviews, ReviewTables tables, ReviewPage page, Clock clock) {
        this.reviews = reviews;
        this.tables = tables;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping
    ReviewBody get(ReviewQuery query) {
        return ReviewBody.of(review(query));
    }

    @GetMapping("/{table:[a-z]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String table, ReviewQuery query, Locale locale) {
        ReviewTable found = tables.of(review(query), locale).stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("table"));
        return Attachment.csv(table, ReviewCsv.write(found, locale));
    }

    @GetMapping("/review.pdf")
    ResponseEntity<byte[]> pdf(ReviewQuery query, Locale locale) {
        return Attachment.of("review.pdf", MediaType.APPLICATION_PDF, page.pdf(review(query), locale));
    }

    private Review review(ReviewQuery query) {
        Period period = query.period(
                LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone()));
        return reviews.of(period, query.comparison(period), query.filter());
    }
}
