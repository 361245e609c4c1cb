package org.vigie.access.web;

import static org.vigie.access.module.ModuleName.FIELD;
import static org.vigie.access.module.ModuleName.FORMAL_REPLIES;
import static org.vigie.access.module.ModuleName.OPEN311;
import static org.vigie.access.module.ModuleName.REOPENING;
import static org.vigie.access.module.ModuleName.REVIEW;
import static org.vigie.access.module.ModuleName.RULES;
import static org.vigie.access.module.ModuleName.SECTOR_DRAFTS;
import static org.vigie.access.module.ModuleName.WATCHED_AREAS;

import java.util.List;
import org.vigie.access.module.ModuleName;

/**
 * Which addresses are there only with their module; what is not named here is always there. The path is below {@code /{jurisdiction}}, as
 * in {@link AccessRules}; {@code ?for=} names one live stream. A letter that was sent stays on its requester's page: it is theirs; and
 * whoever watches an area can always end it.
 */
final class ModuleRoutes {

    record Route(String path, ModuleName module) {}

    static final List<Route> ALL = List.of(
            new Route("/api/desk/sector-drafts/**", SECTOR_DRAFTS),
            new Route("/api/desk/rules/**", RULES),
            new Route("/api/field/**", FIELD),
            new Route("/live?for=field", FIELD),
            new Route("/field", FIELD),
            new Route("/field.webmanifest", FIELD),
            new Route("/api/desk/replies/**", FORMAL_REPLIES),
            new Route("/api/desk/requests/*/reply/**", FORMAL_REPLIES),
            new Route("/api/desk/reply-templates/**", FORMAL_REPLIES),
            new Route("/api/desk/approval-chains/**", FORMAL_REPLIES),
            new Route("/api/desk/letterhead/**", FORMAL_REPLIES),
            new Route("/api/desk/delegations/**", FORMAL_REPLIES),
            new Route("/api/track/*/reopening", REOPENING),
            new Route("/api/track/*/satisfaction", REOPENING),
            new Route("/api/followed/**", REOPENING),
            new Route("/reopen/*", REOPENING),
            new Route("/api/watched-areas", WATCHED_AREAS),
            new Route("/api/watched-areas/*/confirmation", WATCHED_AREAS),
            new Route("/open311/**", OPEN311),
            new Route("/api/desk/open311-clients/**", OPEN311),
            new Route("/api/desk/review/**", REVIEW),
            new Route("/api/desk/analysis/**", REVIEW));

    private ModuleRoutes() {}
}
