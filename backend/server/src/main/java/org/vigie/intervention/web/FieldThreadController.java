package org.vigie.intervention.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.dispatch.InternalThreads.InternalMessage;
import org.vigie.intervention.FieldThreads;

/** The internal thread of the request of a job. Every change answers with the thread as it stands afterwards. */
@RestController
@RequestMapping("/{jurisdiction}/api/field/jobs/{id}/thread")
class FieldThreadController {

    record ThreadBody(List<InternalMessage> items) {}

    /** @param id made by the phone, so that a repeated sending is the same message */
    record WrittenBody(@NotNull UUID id, @NotNull String text) {}

    record ReadBody(@NotNull @Size(max = 1000) List<@NotNull UUID> messages) {}

    private final FieldThreads threads;

    FieldThreadController(FieldThreads threads) {
        this.threads = threads;
    }

    @GetMapping
    ThreadBody get(@PathVariable UUID id) {
        return new ThreadBody(threads.list(id));
    }

    @PostMapping
    ThreadBody write(@PathVariable UUID id, @Valid @RequestBody WrittenBody body) {
        return new ThreadBody(threads.write(id, body.id(), body.text()));
    }

    @PostMapping("/readings")
    ThreadBody read(@PathVariable UUID id, @Valid @RequestBody ReadBody body) {
        return new ThreadBody(threads.read(id, body.messages()));
    }
}
