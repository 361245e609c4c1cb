package org.vigie.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.request.Actor;
import org.vigie.request.HistoryEntry;
import org.vigie.request.HistoryEntry.Kind;
import org.vigie.request.Place;
import org.vigie.request.RequestState;
import org.vigie.team.TeamChoice;

/** Writes a request's history line by line, and stops at the present. */
final class Biography {

    private static final double ASKED_BACK = 0.06;
    private static final double NOTED = 0.12;
    private static final List<String> NOTES = List.of(
            "Appelé le demandeur, il confirme l’endroit.",
            "À regrouper avec la tournée de demain.",
            "Matériel commandé, livraison sous cinq jours.",
            "Vu sur place avec le riverain.",
            "Attendre l’accord du concessionnaire avant d’ouvrir.",
            "Même endroit que le mois dernier.");
    private static final List<String> FORWARDED_TO = List.of(
            "Transmis au conseil départemental, qui gère cette route.",
            "Transmis à Enedis, propriétaire du poste.",
            "Transmis à SNCF Réseau, propriétaire du terrain.",
            "Transmis au bailleur, propriétaire du parking.");
    private static final List<String> REFUSALS = List.of(
            "Cet endroit est privé : la commune ne peut pas y intervenir. Adressez-vous au syndic.",
            "Rien constaté sur place par deux passages.",
            "Cette demande ne relève pas de la commune.");

    private final Plan plan;
    private final Instant now;
    private final Cast.Member worker;
    private final Cast.Member owner;
    private final Cast.Member receiver;
    private final SplittableRandom random;
    private final OrderedIds ids;
    private final List<HistoryEntry> entries = new ArrayList<>();
    private RequestState state = RequestState.RECEIVED;

    /** Who works on it, who follows it, and who of the staff wrote it down. */
    record People(Cast.Member worker, Cast.Member owner, Cast.Member receiver) {}

    Biography(Plan plan, Instant now, People people) {
        this.plan = plan;
        this.now = now;
        this.worker = people.worker();
        this.owner = people.owner();
        this.receiver = people.receiver();
        this.random = plan.random();
        this.ids = new OrderedIds(random);
    }

    RequestState state() {
        return state;
    }

    List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    /**
     * @param placed where it falls and why, for staff; empty when that is not known
     * @param acknowledged whether whoever asked has been told
     */
    Biography receive(String placed, boolean acknowledged) {
        Instant at = plan.arrival().at();
        entries.add(new HistoryEntry(
                ids.next(at),
                at,
                Kind.RECEIVED,
                null,
                RequestState.RECEIVED,
                "",
                null,
                byStaff() ? receiver.accountId() : null,
                byStaff() ? receiver.name() : Actor.REQUESTER.label()));
        if (plan.place().rule() != Place.Rule.TO_BE_LOCATED) {
            rule(at, Kind.LOCATED, null, placed);
        }
        if (acknowledged) {
            rule(at, Kind.ACKNOWLEDGED, "", null);
        }
        if (plan.choice().rule() != TeamChoice.Rule.LAST_RESORT) {
            rule(
                    at,
                    Kind.ASSIGNED,
                    plan.arrival().category().service().name(),
                    plan.team().code() + ", " + plan.team().name());
        }
        rule(at, Kind.OWNED, null, "Suivie par " + owner.name() + ".");
        return this;
    }

    /** @param answer what is told at the end */
    Biography unfold(String answer) {
        switch (plan.ending()) {
            case DONE -> work(answer, plan.endedAt());
            case REOPENED -> workTwice(answer);
            case ANSWERED -> answer(answer);
            case FORWARDED -> {
                step(plan.takenAt(), Kind.FORWARDED, RequestState.FORWARDED, Draw.from(FORWARDED_TO, random), owner);
                step(
                        plan.endedAt(),
                        Kind.RESOLVED,
                        RequestState.RESOLVED,
                        "Le gestionnaire nous confirme que c’est fait.",
                        owner);
                close(plan.endedAt());
            }
            case REJECTED ->
                step(plan.endedAt(), Kind.REJECTED, RequestState.REJECTED, Draw.from(REFUSALS, random), owner);
            case DUPLICATE ->
                step(
                        plan.endedAt(),
                        Kind.DUPLICATE,
                        RequestState.DUPLICATE,
                        "Déjà signalé : la première demande est suivie.",
                        owner);
        }
        return this;
    }

    private void work(String answer, Instant end) {
        step(plan.takenAt(), Kind.ACCEPTED, RequestState.ASSIGNED, "", worker);
        if (Draw.once(NOTED, random)) {
            Instant noted = plan.takenAt().plusSeconds(600 + random.nextInt(3000));
            entry(noted, Kind.NOTE, null, Draw.from(NOTES, random), worker);
        }
        step(plan.startedAt(), Kind.EN_ROUTE, RequestState.IN_PROGRESS, "", worker);
        step(plan.onSiteAt(), Kind.ON_SITE, RequestState.IN_PROGRESS, "", worker);
        step(end, Kind.RESOLVED, RequestState.RESOLVED, answer, worker);
        if (end.equals(plan.endedAt())) {
            close(end);
        }
    }

    /** The first repair does not hold. */
    private void workTwice(String answer) {
        Instant first = plan.firstEndedAt();
        work(answer, first);
        Instant again = first.plus(Duration.between(first, plan.endedAt()).dividedBy(3));
        step(again, Kind.REOPENED, RequestState.REOPENED, "Signalé de nouveau : le problème est revenu.", owner);
        step(plan.endedAt(), Kind.RESOLVED, RequestState.RESOLVED, "Repris entièrement cette fois. " + answer, worker);
        close(plan.endedAt());
    }

    private void answer(String answer) {
        step(plan.takenAt(), Kind.ASSIGNED, RequestState.ASSIGNED, "", owner);
        if (Draw.once(ASKED_BACK, random)) {
            entry(plan.startedAt(), Kind.MESSAGE, "Pouvez-vous préciser votre demande ?", null, owner);
        }
        entry(plan.endedAt(), Kind.REPLIED, answer, null, owner);
        step(plan.endedAt(), Kind.RESOLVED, RequestState.RESOLVED, "", owner);
        close(plan.endedAt());
    }

    private void close(Instant end) {
        Instant closed = end.plus(Duration.ofDays(10)).plusSeconds(random.nextInt(20_000));
        if (!closed.isAfter(now)) {
            entries.add(new HistoryEntry(
                    ids.next(closed),
                    closed,
                    Kind.CLOSED,
                    state,
                    RequestState.CLOSED,
                    "",
                    null,
                    null,
                    Actor.VIGIE.label()));
            state = RequestState.CLOSED;
        }
    }

    private void step(Instant at, Kind kind, RequestState to, String text, Cast.Member who) {
        if (at.isAfter(now)) {
            return;
        }
        boolean changes = state != to;
        entries.add(new HistoryEntry(
                ids.next(at),
                at,
                kind,
                changes ? state : null,
                changes ? to : null,
                text,
                null,
                who.accountId(),
                who.name()));
        state = to;
    }

    private void entry(
            Instant at, Kind kind, @Nullable String publicText, @Nullable String staffText, Cast.Member who) {
        if (!at.isAfter(now)) {
            entries.add(new HistoryEntry(
                    ids.next(at), at, kind, null, null, publicText, staffText, who.accountId(), who.name()));
        }
    }

    private void rule(Instant at, Kind kind, @Nullable String publicText, @Nullable String staffText) {
        entries.add(
                new HistoryEntry(ids.next(at), at, kind, null, null, publicText, staffText, null, Actor.VIGIE.label()));
    }

    private boolean byStaff() {
        return switch (plan.arrival().channel()) {
            case PHONE, COUNTER, LETTER, COUNCIL, PATROL -> true;
            default -> false;
        };
    }
}
