package org.vigie.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.dispatch.Conversation;
import org.vigie.intake.Intake;
import org.vigie.intake.IntakeGate;
import org.vigie.intake.Receipt;
import org.vigie.intake.Report;
import org.vigie.intake.Submission;
import org.vigie.intake.Submissions;
import org.vigie.intake.photo.PhotoIntake;
import org.vigie.request.Channel;
import org.vigie.request.Requests;

/** Takes in what clients report, each once. */
@Component
public class Reporting {

    private static final int MOST_PHOTOS = 6;

    private final Intake intake;
    private final IntakeGate gate;
    private final PhotoIntake photos;
    private final SentRequests sent;
    private final Requests requests;
    private final ClientQuotas quotas;
    private final Conversation conversation;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    Reporting(
            Intake intake,
            IntakeGate gate,
            PhotoIntake photos,
            SentRequests sent,
            Requests requests,
            ClientQuotas quotas,
            Conversation conversation,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.gate = gate;
        this.photos = photos;
        this.sent = sent;
        this.requests = requests;
        this.quotas = quotas;
        this.conversation = conversation;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * Takes a report in, or finds the request that the same client made of it before, whatever it says now.
     *
     * @throws Refusal when something in it is wrong, or the client has used up its quota; nothing is kept then
     */
    public Receipt take(Client client, SentReport report) {
        Optional<UUID> before = report.externalId().flatMap(id -> sent.find(client, id));
        if (before.isPresent()) {
            return Receipt.again(requests.get(before.get()));
        }
        quotas.take(client);
        Report complete = with(report.report(), received(report.photos()));
        Receipt receipt = admitted(
                client, () -> Objects.requireNonNull(transaction.execute(status -> keep(client, complete, report))));
        if (receipt.repeated()) {
            quotas.giveBack(client);
        }
        return receipt;
    }

    /**
     * What {@link #take} would answer, without anything staying: photos are not looked at.
     *
     * @throws Refusal as {@link #take} does
     */
    public Receipt tryOut(Client client, SentReport report) {
        quotas.take(client);
        return admitted(
                client,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return keep(client, report.report(), report);
                })));
    }

    /** Who is told to come again later has not used anything of its quota. */
    private Receipt admitted(Client client, Supplier<Receipt> intake) {
        try {
            return gate.pass(intake);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FULL) {
                quotas.giveBack(client);
            }
            throw refused;
        }
    }

    private Receipt keep(Client client, Report report, SentReport from) {
        Receipt receipt =
                intake.submit(new Submission.FromPublic(report, Channel.OPEN311), key(client, from.externalId()));
        UUID id = receipt.request().id();
        if (!receipt.repeated()) {
            sent.keep(client, id, from.externalId().orElse(null));
            from.mediaUrls().forEach(url -> conversation.note(id, announced(client, url)));
        }
        return receipt;
    }

    private String announced(Client client, String url) {
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        return messages.getMessage("open311.media-announced", new Object[] {client.name(), url}, local);
    }

    /** The same whatever the report says, so that one that was amended before it was sent again is the same too. */
    private static Submissions.Key key(Client client, Optional<String> externalId) {
        String key = "open311 " + client.id() + " " + externalId.orElseGet(() -> Ids.next() + " without");
        return new Submissions.Key(key, key.getBytes(StandardCharsets.UTF_8));
    }

    private List<UUID> received(List<byte[]> images) {
        if (images.size() > MOST_PHOTOS) {
            throw Refusal.invalid("too-many-photos", images.size(), MOST_PHOTOS);
        }
        List<UUID> ids = new ArrayList<>();
        for (byte[] image : images) {
            UUID id = Ids.next();
            try {
                photos.receive(id, new ByteArrayInputStream(image));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ids.add(id);
        }
        return ids;
    }

    private static Report with(Report report, List<UUID> photos) {
        return new Report(
                report.id(),
                report.category(),
                report.position(),
                report.source(),
                report.address(),
                report.description(),
                report.requester(),
                photos,
                report.publishPhotos(),
                report.sectorChoice(),
                report.danger(),
                report.answers(),
                report.asset());
    }
}
