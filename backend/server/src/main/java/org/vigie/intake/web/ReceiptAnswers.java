package org.vigie.intake.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.vigie.access.AccountTeams;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.intake.PlaceSentences;
import org.vigie.intake.Receipt;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.TrackingTokens;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Puts the answer to a submission together. */
@Component
class ReceiptAnswers {

    private final Categories categories;
    private final Deadlines deadlines;
    private final Teams teams;
    private final PlaceSentences places;
    private final TrackingTokens tokens;

    ReceiptAnswers(
            Categories categories, Deadlines deadlines, Teams teams, PlaceSentences places, TrackingTokens tokens) {
        this.categories = categories;
        this.deadlines = deadlines;
        this.teams = teams;
        this.places = places;
        this.tokens = tokens;
    }

    ReceiptBody to(Receipt receipt, boolean forStaff) {
        Request request = receipt.request();
        var placement = places.placement(request.place());
        return new ReceiptBody(
                request.id(),
                request.number(),
                request.state(),
                placement
                        .flatMap(found -> found.sector())
                        .map(sector -> new ReceiptBody.SectorName(sector.code(), sector.name()))
                        .orElse(null),
                new ReceiptBody.PlacementBody(
                        request.place().rule(),
                        request.place().metresToEdge().orElse(null),
                        places.of(request.place(), LocaleContextHolder.getLocale())),
                categories.service(request.assignment().serviceId()).name(),
                forStaff ? teamName(request) : null,
                receipt.promises().orElseGet(() -> deadlines.list(request.id())).stream()
                        .sorted(Deadlines.IN_ORDER)
                        .map(deadline -> new ReceiptBody.PromiseBody(deadline.commitment(), deadline.dueAt()))
                        .toList(),
                "/" + CurrentJurisdiction.get().code() + "/track/" + tokens.of(request.id()));
    }

    private AccountTeams.@Nullable TeamName teamName(Request request) {
        Team team = teams.get(request.assignment().teamId());
        return new AccountTeams.TeamName(team.id(), team.code(), team.name());
    }
}
