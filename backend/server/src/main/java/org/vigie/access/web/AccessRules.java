package org.vigie.access.web;

import static org.vigie.access.Role.ADMINISTRATOR;
import static org.vigie.access.Role.DISPATCHER;
import static org.vigie.access.Role.ELECTED_OFFICIAL;
import static org.vigie.access.Role.FRONT_OFFICE;
import static org.vigie.access.Role.HEAD;
import static org.vigie.access.Role.PATROLLER;
import static org.vigie.access.Role.REFERENT;
import static org.vigie.access.Role.SIGNATORY;
import static org.vigie.access.Role.TEAM_MEMBER;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vigie.access.Role;

/**
 * Who may call what: the first rule that fits decides; what no rule names is open to everyone. The path is below
 * {@code /{jurisdiction}}.
 */
final class AccessRules {

    /** @param method null for every method */
    record Rule(@org.jspecify.annotations.Nullable HttpMethod method, String path, Set<Role> roles) {}

    private static final Set<Role> AT_THE_DESK = EnumSet.of(FRONT_OFFICE, DISPATCHER, REFERENT, HEAD, ADMINISTRATOR);
    private static final Set<Role> READ_THE_DESK =
            EnumSet.of(FRONT_OFFICE, DISPATCHER, REFERENT, HEAD, ADMINISTRATOR, SIGNATORY, ELECTED_OFFICIAL);
    private static final Set<Role> DIRECT_THE_WORK = EnumSet.of(FRONT_OFFICE, DISPATCHER, HEAD, ADMINISTRATOR);
    private static final Set<Role> ANSWER_FOR_A_SERVICE = EnumSet.of(REFERENT, HEAD, ADMINISTRATOR);
    private static final Set<Role> READ_THE_DRAFTS = EnumSet.of(HEAD, ADMINISTRATOR);
    private static final Set<Role> READ_THE_RULES = EnumSet.of(HEAD, ADMINISTRATOR);
    private static final Set<Role> KEEP_THE_CALENDARS = EnumSet.of(HEAD, ADMINISTRATOR);
    private static final Set<Role> READ_THE_STAFFING = EnumSet.of(HEAD, ADMINISTRATOR);
    private static final Set<Role> KEEP_THE_ROTA = EnumSet.of(HEAD, ADMINISTRATOR);
    private static final Set<Role> DRAFT_PROCESSES = EnumSet.of(REFERENT, HEAD, ADMINISTRATOR);
    /** Whose service it is, is asked besides. */
    private static final Set<Role> REVIEW_PROCESSES = EnumSet.of(REFERENT, ADMINISTRATOR);

    private static final Set<Role> PUBLISH_PROCESSES = EnumSet.of(HEAD, ADMINISTRATOR);
    private static final Set<Role> IN_THE_FIELD = EnumSet.of(TEAM_MEMBER, PATROLLER);
    private static final Set<Role> READ_THE_FIELD = EnumSet.of(TEAM_MEMBER, PATROLLER, DISPATCHER, HEAD, ADMINISTRATOR);

    static final List<Rule> IN_ORDER = List.of(
            new Rule(HttpMethod.POST, "/api/desk/requests/*/assignment", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/priority", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/position", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/category", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/owner", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/transmission", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/forwarding/**", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/acceptance", ANSWER_FOR_A_SERVICE),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/refusal", ANSWER_FOR_A_SERVICE),
            new Rule(HttpMethod.PUT, "/api/desk/front-desk/presence", DIRECT_THE_WORK),
            new Rule(HttpMethod.POST, "/api/desk/requests", DIRECT_THE_WORK),
            new Rule(HttpMethod.GET, "/api/desk/callers", DIRECT_THE_WORK),
            new Rule(HttpMethod.GET, "/api/desk/sector-drafts/**", READ_THE_DRAFTS),
            new Rule(null, "/api/desk/sector-drafts/**", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.GET, "/api/desk/rules/**", READ_THE_RULES),
            new Rule(HttpMethod.POST, "/api/desk/rules/check", READ_THE_RULES),
            new Rule(HttpMethod.POST, "/api/desk/rules/dry-run", READ_THE_RULES),
            new Rule(null, "/api/desk/rules/**", EnumSet.of(ADMINISTRATOR)),
            // Who decides on a letter is what its chain says: those who only read the desk otherwise, too.
            new Rule(HttpMethod.POST, "/api/desk/requests/*/reply/approvals", READ_THE_DESK),
            new Rule(HttpMethod.POST, "/api/desk/requests/*/reply/returns", READ_THE_DESK),
            // Whoever may read a thread has read it.
            new Rule(HttpMethod.POST, "/api/desk/requests/*/readings", READ_THE_DESK),
            new Rule(HttpMethod.PUT, "/api/desk/reply-templates/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/approval-chains/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/letterhead", EnumSet.of(ADMINISTRATOR)),
            new Rule(null, "/api/desk/delegations/**", READ_THE_DESK),
            new Rule(HttpMethod.POST, "/api/desk/catalogue/versions/*/review", REVIEW_PROCESSES),
            new Rule(HttpMethod.POST, "/api/desk/catalogue/versions/*/publication", PUBLISH_PROCESSES),
            new Rule(HttpMethod.POST, "/api/desk/catalogue/**", DRAFT_PROCESSES),
            new Rule(HttpMethod.PUT, "/api/desk/catalogue/**", DRAFT_PROCESSES),
            new Rule(HttpMethod.DELETE, "/api/desk/catalogue/**", DRAFT_PROCESSES),
            new Rule(HttpMethod.PUT, "/api/desk/calendars/**", KEEP_THE_CALENDARS),
            new Rule(HttpMethod.DELETE, "/api/desk/calendars/**", KEEP_THE_CALENDARS),
            new Rule(HttpMethod.POST, "/api/desk/calendars", KEEP_THE_CALENDARS),
            new Rule(HttpMethod.PUT, "/api/desk/holidays/*", KEEP_THE_CALENDARS),
            new Rule(HttpMethod.PUT, "/api/desk/clock", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/promises/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/ladders/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/reminders", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/modules/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.GET, "/api/desk/staffing/**", READ_THE_STAFFING),
            new Rule(null, "/api/desk/staffing/rota/**", KEEP_THE_ROTA),
            new Rule(null, "/api/desk/staffing/**", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/grounds/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/stop-messages/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.DELETE, "/api/desk/stop-messages/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/offers/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.DELETE, "/api/desk/offers/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/competences/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.DELETE, "/api/desk/competences/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/organisations/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/priority-table", EnumSet.of(ADMINISTRATOR)),
            new Rule(null, "/api/desk/open311-clients/**", EnumSet.of(ADMINISTRATOR)),
            // Who only looks in does not take the whole away.
            new Rule(HttpMethod.GET, "/api/desk/requests.*", AT_THE_DESK),
            new Rule(null, "/api/desk/webhooks/**", EnumSet.of(ADMINISTRATOR)),
            new Rule(null, "/api/desk/connections/**", EnumSet.of(ADMINISTRATOR)),
            new Rule(null, "/api/desk/data-keys/**", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.PUT, "/api/desk/overlays/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.DELETE, "/api/desk/overlays/*", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.POST, "/api/desk/overlays/capabilities", EnumSet.of(ADMINISTRATOR)),
            new Rule(HttpMethod.GET, "/api/desk/**", READ_THE_DESK),
            new Rule(null, "/api/desk/**", AT_THE_DESK),
            new Rule(HttpMethod.GET, "/api/field/**", READ_THE_FIELD),
            new Rule(null, "/api/field/**", IN_THE_FIELD),
            new Rule(null, "/live?for=desk", READ_THE_DESK),
            new Rule(null, "/live?for=field", IN_THE_FIELD));

    private AccessRules() {}

    /**
     * Who may call an operation of the API; empty: everyone.
     *
     * @param path below the jurisdiction, with its variables in braces
     */
    static Optional<Set<Role>> rolesFor(HttpMethod method, String path) {
        PathContainer called = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
        return IN_ORDER.stream()
                .filter(rule -> rule.method() == null || rule.method().equals(method))
                .filter(rule -> !rule.path().contains("?"))
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.path()).matches(called))
                .findFirst()
                .map(Rule::roles);
    }
}
