package org.vigie.dispatch.staffing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.Assignment;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Priority;
import org.vigie.request.Request;
import org.vigie.request.Requests;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Occasion;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.team.TeamSentences;

/** Gives the open requests of a team that has stopped to those whom the rules name now. */
@Component
public class Heirs {

    /** What one team takes. */
    public record Share(UUID teamId, String code, String name, int requests) {}

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Categories categories;
    private final Coverages coverages;
    private final TeamSentences sentences;
    private final MessageSource messages;

    Heirs(
            JdbcClient jdbc,
            Requests requests,
            Categories categories,
            Coverages coverages,
            TeamSentences sentences,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.categories = categories;
        this.coverages = coverages;
        this.sentences = sentences;
        this.messages = messages;
    }

    /** Each keeps its state, its service and its promises; its history says why it moved. @return most first */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Share> handOver(Team stopped, Instant now) {
        Coverage coverage = coverages.read();
        Map<Team, Integer> shares = new HashMap<>();
        for (UUID id : openOf(stopped.id())) {
            shares.merge(handOver(requests.lock(id), stopped, coverage, now), 1, Integer::sum);
        }
        return shares.entrySet().stream()
                .map(share -> new Share(
                        share.getKey().id(),
                        share.getKey().code(),
                        share.getKey().name(),
                        share.getValue()))
                .sorted(Comparator.comparingInt(Share::requests).reversed().thenComparing(Share::code))
                .toList();
    }

    private Team handOver(Request before, Team stopped, Coverage coverage, Instant now) {
        Category category = categories.get(before.categoryId());
        Assignment had = before.assignment();
        TeamChoice choice = coverage.choose(Occasion.usual(before.place().sectorId(), category, now)
                .forService(had.serviceId())
                .urgent(before.priority() == Priority.URGENT));
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String told = messages.getMessage(
                "staffing.stopped",
                new Object[] {stopped.code() + ", " + stopped.name(), sentences.of(choice, category, local)},
                local);
        Assignment next = new Assignment(
                had.serviceId(),
                choice.team().id(),
                Assignment.Rule.valueOf(choice.rule().name()),
                told,
                had.authorityId());
        Request after = before.movedTo(before.place(), next, now);
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.UPDATED, before, after)
                        .toStaff(told)
                        .at(now));
        return choice.team();
    }

    /** Codes of the active rules that name it: they choose it no more, and show that at the desk. */
    @Transactional(readOnly = true)
    public List<String> rulesNaming(UUID teamId) {
        return jdbc.sql("""
                        select distinct r.code from request.rule r join request.rule_reference f using (jurisdiction_id, rule_id)
                        where r.state = 'ACTIVE' and f.team_id = :team
                        order by r.code
                        """)
                .param("team", teamId)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    private List<UUID> openOf(UUID teamId) {
        return jdbc.sql("""
                        select request_id from request.request
                        where team_id = :team and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                        order by request_id
                        """)
                .param("team", teamId)
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }
}
