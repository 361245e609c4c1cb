package org.vigie.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.RequestKind;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.Review;
import org.vigie.dashboard.ReviewCsv;
import org.vigie.dashboard.ReviewPage;
import org.vigie.dashboard.ReviewTable;
import org.vigie.dashboard.ReviewTables;
import org.vigie.dashboard.Reviews;
import org.vigie.request.Channel;

/** The review of a period: as figures, as the file of each table, and printed. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/review")
class ReviewController {

    /**
     * What is asked for: days of the jurisdiction's calendar, each included.
     *
     * @param from absent: of the last whole month
     * @param compareFrom absent: the same days of the year before
     */
    record ReviewQuery(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate compareFrom,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate compareTo,

            @Nullable List<String> category,
            @Nullable List<String> domain,
            @Nullable List<String> sector,
            @Nullable List<String> team,
            @Nullable List<String> service,
            @Nullable List<Channel> channel,
            @Nullable List<RequestKind> kind) {

        Period period(LocalDate today) {
            if (from == null && to == null) {
                LocalDate first = today.withDayOfMonth(1).minusMonths(1);
                return new Period(first, first.plusMonths(1).minusDays(1));
            }
            return of(from, to);
        }

        Period comparison(Period period) {
            return compareFrom == null && compareTo == null ? period.yearBefore() : of(compareFrom, compareTo);
        }

        private static Period of(@Nullable LocalDate first, @Nullable LocalDate last) {
            if (first == null || last == null) {
                throw Refusal.invalid("period-incomplete");
            }
            return new Period(first, last);
        }

        FigureFilter filter() {
            return new FigureFilter(
                    all(category), all(domain), all(sector), all(team), all(service), all(channel), all(kind));
        }

        private static <T> List<T> all(@Nullable List<T> wanted) {
            return Objects.requireNonNullElse(wanted, List.of());
        }
    }

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
        return file(table + ".csv", new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(ReviewCsv.write(found, locale));
    }

    @GetMapping("/review.pdf")
    ResponseEntity<byte[]> pdf(ReviewQuery query, Locale locale) {
        return file("review.pdf", MediaType.APPLICATION_PDF).body(page.pdf(review(query), locale));
    }

    private Review review(ReviewQuery query) {
        Period period = query.period(
                LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone()));
        return reviews.of(period, query.comparison(period), query.filter());
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
