package org.vigie.reply;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.notification.Attachment;
import org.vigie.notification.MessageDelivered;
import org.vigie.notification.MessageGivenUp;
import org.vigie.notification.Outbox;
import org.vigie.notification.OutgoingMessage;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;

/**
 * Brings signed letters to their requesters, once each. An e-mail commits with the signature; that it was taken is heard of in the
 * transaction that notes it, which only schedules what follows, so that nothing here can make a message go twice.
 */
@Component
public class SendingOut {

    static final TaskDescriptor<Outcome> TASK = TaskDescriptor.of("formal-reply-outcome", Outcome.class);
    private static final String OCCASION = "formal-reply/";

    /**
     * What became of a letter by e-mail, as the task keeps it.
     *
     * @param deliveredAt null when delivery was given up
     */
    record Outcome(
            UUID jurisdictionId,
            UUID replyId,
            UUID messageId,
            @Nullable Instant deliveredAt) {}

    private final FormalReplies replies;
    private final Letters letters;
    private final Requests requests;
    private final Requesters requesters;
    private final Outbox outbox;
    private final SchedulerClient scheduler;
    private final MessageSource texts;

    SendingOut(
            FormalReplies replies,
            Letters letters,
            Requests requests,
            Requesters requesters,
            Outbox outbox,
            SchedulerClient scheduler,
            MessageSource texts) {
        this.replies = replies;
        this.letters = letters;
        this.requests = requests;
        this.requesters = requesters;
        this.outbox = outbox;
        this.scheduler = scheduler;
        this.texts = texts;
    }

    /** Keeps the signed PDF and sends it; whoever has no e-mail address any more is written to on paper. */
    @Transactional(propagation = Propagation.MANDATORY)
    void send(FormalReply signed, Decision signature) {
        byte[] pdf = letters.signed(signed, signature);
        Optional<String> email = signed.recipient().sendBy() == Recipient.SendBy.EMAIL
                ? Drafting.email(requesters.find(signed.requestId()))
                : Optional.empty();
        email.ifPresentOrElse(
                address -> {
                    replies.save(signed.with(FormalReply.Sending.to(address)));
                    outbox.send(message(signed, address, pdf));
                },
                () -> replies.save(signed.to(ReplyState.TO_POST, signed.course())));
        replies.keepPdf(signed.id(), pdf);
    }

    private OutgoingMessage message(FormalReply reply, String address, byte[] pdf) {
        Locale locale = Locale.forLanguageTag(reply.text().locale());
        String number = requests.get(reply.requestId()).number();
        String town = CurrentJurisdiction.get().name();
        return new OutgoingMessage(
                OCCASION + reply.id(),
                address,
                text("reply.mail.subject", locale, number, town),
                text("reply.mail.intro", locale, number, town) + "\n\n"
                        + reply.text().body() + "\n\n" + town + "\n",
                locale,
                List.of(new Attachment(text("reply.mail.file", locale, number), "application/pdf", pdf)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void heard(MessageDelivered delivered) {
        schedule(delivered.occasion(), delivered.messageId(), delivered.at());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void heard(MessageGivenUp givenUp) {
        schedule(givenUp.occasion(), givenUp.messageId(), null);
    }

    private void schedule(String occasion, UUID messageId, @Nullable Instant deliveredAt) {
        if (occasion.startsWith(OCCASION)) {
            UUID replyId = UUID.fromString(occasion.substring(OCCASION.length()));
            UUID jurisdiction = CurrentJurisdiction.get().id();
            scheduler.scheduleIfNotExists(
                    TASK.instance(messageId.toString())
                            .data(new Outcome(jurisdiction, replyId, messageId, deliveredAt))
                            .build(),
                    replies.now());
        }
    }

    /** Notes that a letter arrived, or hands it over to the post. Does nothing the second time. */
    @Transactional
    public void settle(Outcome outcome) {
        FormalReply reply = replies.lock(outcome.replyId())
                .filter(found -> found.state() == ReplyState.SIGNED)
                .orElse(null);
        if (reply == null) {
            return;
        }
        Instant now = replies.now();
        if (outcome.deliveredAt() == null) {
            replies.save(reply.to(ReplyState.TO_POST, reply.course().changed(now)));
            tell(reply, Entries.of(HistoryEntry.Kind.NOTE).by(Actor.VIGIE), "reply.history.given-up", now);
        } else {
            replies.save(reply.to(ReplyState.SENT, reply.course().changed(now))
                    .with(reply.sending().delivered(outcome.messageId(), outcome.deliveredAt())));
            Entries entry =
                    Entries.of(HistoryEntry.Kind.REPLIED).by(Actor.VIGIE).toAll("");
            tell(reply, entry, "reply.history.mailed", now);
        }
    }

    /**
     * Confirms that a printed letter was put into the post.
     *
     * @param on not in the future, in the zone of the jurisdiction
     * @throws Refusal reply-changed-meanwhile, reply-not-to-post, posted-in-future
     */
    @Transactional
    public void post(UUID requestId, int revision, LocalDate on, UUID by) {
        FormalReply reply = replies.getToChange(requestId, revision);
        if (reply.state() != ReplyState.TO_POST) {
            throw new Refusal(Refusal.Kind.CONFLICT, "reply-not-to-post", reply.state());
        }
        Instant now = replies.now();
        if (on.isAfter(LocalDate.ofInstant(now, CurrentJurisdiction.get().zone()))) {
            throw Refusal.invalid("posted-in-future");
        }
        replies.save(reply.to(ReplyState.SENT, reply.course().changed(now))
                .with(reply.sending().posted(by, on, now)));
        tell(reply, Entries.of(HistoryEntry.Kind.REPLIED).toAll(""), "reply.history.posted", now);
    }

    /** The public reads that an answer was given, staff how. */
    private void tell(FormalReply reply, Entries entry, String key, Instant at) {
        Request before = requests.lock(reply.requestId());
        String how = text(key, Locale.forLanguageTag(CurrentJurisdiction.get().locale()));
        requests.save(before, before.touched(at), entry.toStaff(how).at(at));
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
