package org.vigie.dashboard.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.calendar.Length;
import org.vigie.dashboard.PublicPromises;

/** What is promised and what was kept, for everybody. */
@RestController
class PromisesController {

    record PromisesBody(LocalDate from, LocalDate to, List<TotalBody> total, List<CategoryBody> items) {}

    record TotalBody(Commitment commitment, int due, int kept) {}

    record CategoryBody(String category, String name, String domain, List<PromiseBody> promises) {}

    /** @param due absent when too few to be told */
    record PromiseBody(
            Commitment commitment,
            int amount,
            Length.Unit unit,
            @Nullable Integer due,
            @Nullable Integer kept,
            boolean withheld) {}

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final PublicPromises promises;

    PromisesController(PublicPromises promises) {
        this.promises = promises;
    }

    @GetMapping("/{jurisdiction}/api/figures/promises")
    ResponseEntity<PromisesBody> get() {
        PublicPromises.Achieved achieved = promises.get();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic())
                .body(new PromisesBody(
                        achieved.period().first(),
                        achieved.period().last(),
                        achieved.total().stream()
                                .map(kept -> new TotalBody(kept.commitment(), kept.due(), kept.kept()))
                                .toList(),
                        achieved.items().stream().map(PromisesController::body).toList()));
    }

    private static CategoryBody body(PublicPromises.OfCategory of) {
        return new CategoryBody(
                of.code(),
                of.name(),
                of.domain(),
                of.promises().stream()
                        .map(promise -> new PromiseBody(
                                promise.commitment(),
                                promise.length().amount(),
                                promise.length().unit(),
                                promise.due(),
                                promise.kept(),
                                promise.due() == null))
                        .toList());
    }
}
