package org.vigie.intervention;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.dispatch.Conversation;
import org.vigie.dispatch.InternalThreads;
import org.vigie.dispatch.InternalThreads.InternalMessage;
import org.vigie.team.Teams;

/**
 * What desk, service and field write to each other about a request, as its team reads and writes it. A team has it with a job: one
 * that never had it, or from which it was withdrawn, has not.
 */
@Component
public class FieldThreads {

    private final Jobs jobs;
    private final Teams teams;
    private final InternalThreads threads;
    private final Conversation conversation;

    FieldThreads(Jobs jobs, Teams teams, InternalThreads threads, Conversation conversation) {
        this.jobs = jobs;
        this.teams = teams;
        this.threads = threads;
        this.conversation = conversation;
    }

    /** @throws Refusal not-found when it is no job of the teams of whoever is signed in */
    @Transactional(readOnly = true)
    public List<InternalMessage> list(UUID jobId) {
        return threads.list(requestOf(jobId));
    }

    /** @throws Refusal as {@link #list} */
    @Transactional
    public List<InternalMessage> read(UUID jobId, Collection<UUID> messages) {
        UUID requestId = requestOf(jobId);
        threads.read(requestId, messages, SignedIn.get().accountId());
        return threads.list(requestId);
    }

    /**
     * Writes; the same id again is the same message.
     *
     * @throws Refusal as {@link #list}; text-missing, description-too-long
     */
    @Transactional
    public List<InternalMessage> write(UUID jobId, UUID messageId, String text) {
        UUID requestId = requestOf(jobId);
        conversation.note(requestId, messageId, text);
        return threads.list(requestId);
    }

    private UUID requestOf(UUID jobId) {
        Job job = jobs.get(jobId);
        boolean mine = job.step() != Job.Step.WITHDRAWN
                && teams.of(SignedIn.get().accountId()).stream()
                        .anyMatch(team -> team.id().equals(job.teamId()));
        if (!mine) {
            throw Refusal.notFound("job");
        }
        return job.requestId();
    }
}
