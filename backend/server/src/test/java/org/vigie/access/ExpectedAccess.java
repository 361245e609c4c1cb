package org.vigie.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may call what, as {@link AccessMatrixTest} tries it. */
final class ExpectedAccess {

    private static final Set<Role> DIRECTING =
            EnumSet.of(Role.FRONT_OFFICE, Role.DISPATCHER, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> AT_THE_DESK =
            EnumSet.of(Role.FRONT_OFFICE, Role.DISPATCHER, Role.REFERENT, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> READING_THE_DESK = EnumSet.of(
            Role.FRONT_OFFICE,
            Role.DISPATCHER,
            Role.REFERENT,
            Role.HEAD,
            Role.ADMINISTRATOR,
            Role.SIGNATORY,
            Role.ELECTED_OFFICIAL);
    private static final Set<Role> ANSWERING = EnumSet.of(Role.REFERENT, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> READING_THE_DRAFTS = EnumSet.of(Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> DRAWING = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> CALENDARS = EnumSet.of(Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> PROCESSES = EnumSet.of(Role.REFERENT, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> IN_THE_FIELD = EnumSet.of(Role.TEAM_MEMBER, Role.PATROLLER);
    private static final Set<Role> READING_THE_FIELD =
            EnumSet.of(Role.TEAM_MEMBER, Role.PATROLLER, Role.DISPATCHER, Role.HEAD, Role.ADMINISTRATOR);

    /** The restricted operations and who may call them; written out again, on purpose, apart from the rules. */
    static final Map<String, Set<Role>> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("GET /api/desk/requests", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/requests.{type}", AT_THE_DESK);
        EXPECTED.put("GET /api/desk/requests/{id}", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/teams", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/callers", DIRECTING);
        EXPECTED.put("POST /api/desk/requests", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/assignment", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/priority", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/position", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/category", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/owner", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/transmission", DIRECTING);
        EXPECTED.put("GET /api/desk/requests/{id}/forwarding", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/forwarding", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/forwarding/again", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/forwarding/number", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/acceptance", ANSWERING);
        EXPECTED.put("POST /api/desk/requests/{id}/refusal", ANSWERING);
        EXPECTED.put("POST /api/desk/requests/{id}/acknowledgement", AT_THE_DESK);
        EXPECTED.put("GET /api/desk/front-desk", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/front-desk/presence", DIRECTING);
        EXPECTED.put("GET /api/desk/services", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/transitions", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/pause", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/resume", AT_THE_DESK);
        EXPECTED.put("GET /api/desk/figures/sectors", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/review", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/review/{table}.csv", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/review/review.pdf", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/heat", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/hot-spots", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/frames", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/comparison", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/silence", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/promises", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/analysis/{table}.csv", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/search", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/place", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/calendars", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/calendars/{code}/days/{day}", CALENDARS);
        EXPECTED.put("DELETE /api/desk/calendars/{code}/days/{day}", CALENDARS);
        EXPECTED.put("POST /api/desk/calendars", CALENDARS);
        EXPECTED.put("PUT /api/desk/calendars/{code}", CALENDARS);
        EXPECTED.put("PUT /api/desk/holidays/{day}", CALENDARS);
        EXPECTED.put("GET /api/desk/promises", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/promises/{category}", DRAWING);
        EXPECTED.put("GET /api/desk/ladders", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/ladders/{commitment}", DRAWING);
        EXPECTED.put("GET /api/desk/reminders", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/reminders", DRAWING);
        EXPECTED.put("GET /api/desk/modules", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/modules/{module}", DRAWING);
        EXPECTED.put("GET /api/desk/open311-clients", DRAWING);
        EXPECTED.put("PUT /api/desk/open311-clients/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/open311-clients/{id}/key", DRAWING);
        EXPECTED.put("DELETE /api/desk/open311-clients/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/data-keys", DRAWING);
        EXPECTED.put("PUT /api/desk/data-keys/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/data-keys/{id}/key", DRAWING);
        EXPECTED.put("DELETE /api/desk/data-keys/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/overlays", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/overlays/{id}", DRAWING);
        EXPECTED.put("DELETE /api/desk/overlays/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/overlays/capabilities", DRAWING);
        EXPECTED.put("GET /api/desk/webhooks", DRAWING);
        EXPECTED.put("PUT /api/desk/webhooks/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/webhooks/{id}/secret", DRAWING);
        EXPECTED.put("DELETE /api/desk/webhooks/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/webhooks/{id}/trial", DRAWING);
        EXPECTED.put("POST /api/desk/webhooks/{id}/resume", DRAWING);
        EXPECTED.put("GET /api/desk/webhooks/{id}/dead-letters", DRAWING);
        EXPECTED.put("POST /api/desk/webhooks/{id}/replay", DRAWING);
        EXPECTED.put("GET /api/desk/connections", DRAWING);
        EXPECTED.put("PUT /api/desk/connections/{id}", DRAWING);
        EXPECTED.put("DELETE /api/desk/connections/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/connections/{id}/trial", DRAWING);
        EXPECTED.put("POST /api/desk/connections/{id}/definition", DRAWING);
        EXPECTED.put("GET /api/desk/connections/{id}/not-there", DRAWING);
        EXPECTED.put("POST /api/desk/connections/{id}/replay", DRAWING);
        EXPECTED.put("GET /api/desk/staffing/teams", READING_THE_DRAFTS);
        EXPECTED.put("PUT /api/desk/staffing/teams/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/staffing/coverage", READING_THE_DRAFTS);
        EXPECTED.put("PUT /api/desk/staffing/teams/{id}/coverage", DRAWING);
        EXPECTED.put("PUT /api/desk/staffing/sectors/{id}/team", DRAWING);
        EXPECTED.put("GET /api/desk/staffing/rota", READING_THE_DRAFTS);
        for (String planned : List.of("shifts", "duties", "absences")) {
            EXPECTED.put("PUT /api/desk/staffing/rota/" + planned + "/{id}", CALENDARS);
            EXPECTED.put("DELETE /api/desk/staffing/rota/" + planned + "/{id}", CALENDARS);
        }
        EXPECTED.put("PUT /api/desk/staffing/rota/people/{id}/shifts", CALENDARS);
        EXPECTED.put("GET /api/desk/staffing/skills", READING_THE_DRAFTS);
        EXPECTED.put("PUT /api/desk/staffing/skills/{id}", DRAWING);
        EXPECTED.put("PUT /api/desk/staffing/teams/{id}/skills", DRAWING);
        EXPECTED.put("PUT /api/desk/staffing/categories/{id}/skills", DRAWING);
        EXPECTED.put("GET /api/desk/grounds", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/grounds/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/stop-messages", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/stop-messages/{id}", DRAWING);
        EXPECTED.put("DELETE /api/desk/stop-messages/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/grounds/at", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/offers", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/offers/{id}", DRAWING);
        EXPECTED.put("DELETE /api/desk/offers/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/competences", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/competences/{id}", DRAWING);
        EXPECTED.put("DELETE /api/desk/competences/{id}", DRAWING);
        EXPECTED.put("PUT /api/desk/organisations/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/priority-table", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/priority-table", DRAWING);
        EXPECTED.put("POST /api/desk/requests/{id}/notes", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/messages", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/readings", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/sector-drafts", READING_THE_DRAFTS);
        EXPECTED.put("POST /api/desk/sector-drafts", DRAWING);
        EXPECTED.put("GET /api/desk/sector-drafts/versions/{id}", READING_THE_DRAFTS);
        EXPECTED.put("GET /api/desk/sector-drafts/{id}", READING_THE_DRAFTS);
        EXPECTED.put("DELETE /api/desk/sector-drafts/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/sector-drafts/{id}/preview", READING_THE_DRAFTS);
        for (String edit : List.of(
                "presence", "publication", "claim", "split", "merge", "point", "name", "import", "undo", "redo")) {
            EXPECTED.put("POST /api/desk/sector-drafts/{id}/" + edit, DRAWING);
        }
        EXPECTED.put("GET /api/desk/rules", READING_THE_DRAFTS);
        EXPECTED.put("GET /api/desk/rules/vocabulary", READING_THE_DRAFTS);
        EXPECTED.put("GET /api/desk/rules/{id}", READING_THE_DRAFTS);
        EXPECTED.put("POST /api/desk/rules/check", READING_THE_DRAFTS);
        EXPECTED.put("POST /api/desk/rules/dry-run", READING_THE_DRAFTS);
        EXPECTED.put("POST /api/desk/rules", DRAWING);
        EXPECTED.put("PUT /api/desk/rules/order", DRAWING);
        EXPECTED.put("PUT /api/desk/rules/{id}", DRAWING);
        EXPECTED.put("DELETE /api/desk/rules/{id}", DRAWING);
        EXPECTED.put("POST /api/desk/rules/{id}/trial", DRAWING);
        EXPECTED.put("POST /api/desk/rules/{id}/activation", DRAWING);
        EXPECTED.put("POST /api/desk/rules/{id}/retirement", DRAWING);
        EXPECTED.put("GET /api/desk/replies", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/requests/{id}/reply", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/requests/{id}/reply/{letter}.pdf", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply", AT_THE_DESK);
        EXPECTED.put("PUT /api/desk/requests/{id}/reply", AT_THE_DESK);
        EXPECTED.put("DELETE /api/desk/requests/{id}/reply", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/submission", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/posting", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/approvals", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/returns", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/reply-templates", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/reply-templates/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/reply-templates/{id}/sample.pdf", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/letterhead/sample.pdf", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/approval-chains", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/approval-chains/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/letterhead", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/letterhead", DRAWING);
        EXPECTED.put("GET /api/desk/delegations", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/delegations", READING_THE_DESK);
        EXPECTED.put("DELETE /api/desk/delegations/{id}", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/clock", DRAWING);
        EXPECTED.put("GET /api/desk/catalogue/processes", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/catalogue/processes/{code}", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/catalogue/export.yaml", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/catalogue/export.xlsx", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/catalogue/processes/{code}/versions", PROCESSES);
        EXPECTED.put("PUT /api/desk/catalogue/versions/{id}", PROCESSES);
        EXPECTED.put("DELETE /api/desk/catalogue/versions/{id}", PROCESSES);
        EXPECTED.put("POST /api/desk/catalogue/versions/{id}/review", EnumSet.of(Role.REFERENT, Role.ADMINISTRATOR));
        EXPECTED.put("POST /api/desk/catalogue/versions/{id}/publication", CALENDARS);
        EXPECTED.put("GET /api/field/jobs", READING_THE_FIELD);
        EXPECTED.put("GET /api/field/jobs/{id}", READING_THE_FIELD);
        EXPECTED.put("POST /api/field/jobs/{id}/steps", IN_THE_FIELD);
        EXPECTED.put("GET /api/field/jobs/{id}/thread", READING_THE_FIELD);
        EXPECTED.put("POST /api/field/jobs/{id}/thread", IN_THE_FIELD);
        EXPECTED.put("POST /api/field/jobs/{id}/thread/readings", IN_THE_FIELD);
        EXPECTED.put("POST /api/field/position", IN_THE_FIELD);
        EXPECTED.put("POST /api/field/requests", IN_THE_FIELD);
    }

    /** What everyone may call. */
    static final Set<String> OPEN = Set.of(
            "GET /api/jurisdiction",
            "GET /api/catalogue",
            "GET /api/overlays",
            "GET /api/requests",
            "POST /api/requests",
            "GET /api/requests/counts",
            "GET /api/requests/nearby",
            "GET /api/requests/nearest",
            "GET /api/requests/{numberOrId}",
            "POST /api/requests/{id}/followers",
            "GET /api/addresses",
            "GET /api/addresses/nearest",
            "GET /api/assets",
            "GET /api/assets/near",
            "GET /api/assets/named",
            "GET /api/locate",
            "POST /api/locate",
            "GET /api/categories/{category}",
            "GET /api/figures/promises",
            "PUT /api/photos/{id}",
            "GET /photos/{id}.jpg",
            "GET /photos/{id}-thumbnail.jpg",
            "GET /api/track/{token}",
            "POST /api/track/{token}/messages",
            "POST /api/track/{token}/reopening",
            "PUT /api/track/{token}/satisfaction",
            "GET /api/followed/{token}",
            "POST /api/followed/{token}/reopening",
            "GET /api/track/{token}/letters/{id}.pdf",
            "GET /api/track/{token}/photos/{id}.jpg",
            "GET /api/track/{token}/photos/{id}-thumbnail.jpg",
            "POST /api/watched-areas",
            "GET /api/watched-areas/{token}",
            "POST /api/watched-areas/{token}/confirmation",
            "DELETE /api/watched-areas/{token}",
            "GET /api/session",
            "POST /api/session",
            "DELETE /api/session",
            "GET /tiles/{layer}/{z}/{x}/{y}.mvt",
            "GET /open-data",
            "GET /open-data/gis",
            "GET /open-data/vigie.qgs",
            "GET /open-data/catalogue.jsonld",
            "GET /open-data/{feed}.atom",
            "GET /open-data/requests.{type}",
            "GET /ogc",
            "GET /ogc/api",
            "GET /ogc/conformance",
            "GET /ogc/collections",
            "GET /ogc/collections/{collectionId}",
            "GET /ogc/collections/{collectionId}/queryables",
            "GET /ogc/collections/{collectionId}/items",
            "GET /ogc/collections/{collectionId}/items/{featureId}",
            // With a key, where something is written.
            "GET /open311/v2/discovery.{format}",
            "GET /open311/v2/coverage.{format}",
            "GET /open311/v2/services.{format}",
            "GET /open311/v2/services/{code}.{format}",
            "GET /open311/v2/requests.{format}",
            "POST /open311/v2/requests.{format}",
            "GET /open311/v2/requests/{id}.{format}",
            "GET /open311/v2/requests.csv",
            "GET /open311/v2/tokens/{token}.{format}",
            "GET /open311/v2/servicerequestupdates.{format}",
            "POST /open311/v2/servicerequestupdates.{format}",
            "GET /live");

    /** Who may hear which live stream; a stream that is allowed stays open, see {@code LiveTest}. */
    static final Map<String, Set<Role>> LIVE =
            Map.of("/live?for=desk", READING_THE_DESK, "/live?for=field", IN_THE_FIELD);

    private ExpectedAccess() {}
}
