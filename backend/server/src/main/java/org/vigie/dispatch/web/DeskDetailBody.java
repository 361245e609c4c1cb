package org.vigie.dispatch.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.calendar.Length;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.InternalThreads;
import org.vigie.dispatch.RequestProcess;
import org.vigie.dispatch.TeamSuggestions;
import org.vigie.dispatch.transmission.ServiceSide;
import org.vigie.intake.photo.PhotoRef;
import org.vigie.request.Assignment;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Pause;
import org.vigie.request.Place;
import org.vigie.request.RequestState;
import org.vigie.request.Requester;
import org.vigie.team.Team;

/** A request with everything that the desk knows of it. */
record DeskDetailBody(
        @JsonUnwrapped DeskCard card,
        List<HistoryBody> history,
        List<PromiseBody> promises,
        @Nullable PauseBody pause,
        List<PhotoRef> photos,
        @Nullable ContactBody contact,
        PlacementBody placement,
        AssignmentBody assignment,
        List<MessageBody> messages,
        List<NotificationBody> notifications,
        @Nullable JobBody job,
        List<RequestState> nextStates,
        UUID serviceId,
        ServiceSide.Answering answering,
        List<SuggestionBody> suggestions,
        @Nullable RequestProcess process,
        @Nullable AssetBody asset) {

    record HistoryBody(
            Instant at,
            HistoryEntry.Kind entry,
            @Nullable RequestState fromState,
            @Nullable RequestState toState,
            @Nullable String publicText,
            @Nullable String staffText,
            String actor) {}

    /**
     * @param calendar on which it is counted, by its name; absent round the clock
     * @param pausedAt since when nothing of it is counted
     */
    record PromiseBody(
            Commitment commitment,
            Instant startsAt,
            Instant dueAt,
            @Nullable Instant metAt,
            double left,
            int amount,
            Length.Unit unit,
            @Nullable String calendar,
            @Nullable Instant warnsAt,
            @Nullable Instant pausedAt) {}

    /** Why the clocks stand still. */
    record PauseBody(Pause.Reason reason, Instant pausedAt) {}

    /** @param organisation its name; absent for a person, and when it was not said */
    record ContactBody(
            String name,
            @Nullable String email,
            @Nullable String phone,
            String locale,
            Requester.Type type,
            @Nullable String organisation,
            int requestsThisYear) {}

    /** What of the town it is about. */
    record AssetBody(UUID id, String kind, String code, String name, boolean retired) {}

    record PlacementBody(
            Place.Rule rule,
            @Nullable Double metresToEdge,
            @Nullable Integer sectorVersion,
            String sentence) {}

    record AssignmentBody(Assignment.Rule rule, String reason) {}

    /** From whom a message is. */
    enum From {
        REQUESTER,
        SERVICE,
        INTERNAL
    }

    /** @param readBy who of the staff has read it, of those among staff; absent for the others */
    record MessageBody(
            UUID id,
            Instant at,
            From from,
            String author,
            String text,
            @Nullable List<InternalThreads.Reading> readBy) {}

    record NotificationBody(
            Instant at,
            String recipient,
            String subject,
            @Nullable Instant sentAt,
            @Nullable String failure) {}

    record JobBody(
            UUID id,
            String step,
            TeamBody team,
            Instant offeredAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant enRouteAt,
            @Nullable Instant onSiteAt,
            @Nullable Instant endedAt,
            String note) {}

    record TeamBody(UUID id, String code, String name, Team.Kind kind) {
        static TeamBody of(Team team) {
            return new TeamBody(team.id(), team.code(), team.name(), team.kind());
        }
    }

    record SuggestionBody(
            TeamBody team,
            TeamSuggestions.Reason reason,
            @Nullable Double distanceMetres,
            int load,
            int capacity,
            @Nullable Instant seenAt) {}
}
