package org.vigie.demo.time.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.OnlyWhenServing;
import org.vigie.demo.time.PassingTime;

/** Lets time pass where it is simulated. What it shows stands in {@code /api/jurisdiction}. */
@RestController
@OnlyWhenServing
@RequestMapping("/{jurisdiction}/api/desk/clock")
class ClockController {

    record ClockBody(@NotNull Instant now) {}

    private final PassingTime time;

    ClockController(PassingTime time) {
        this.time = time;
    }

    /** Everything that was planned for an instant in between is done at that instant, before the answer. */
    @PutMapping
    ClockBody passTo(@Valid @RequestBody ClockBody body) {
        return new ClockBody(time.passTo(body.now()));
    }
}
