package org.vigie.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the variables in the address of an operation are, and whose. */
final class OperationAddress {

    /** The id is the client's: in the other jurisdiction it is another thing, and here it is new. */
    private static final Set<String> IDS_OF_THE_CLIENT = Set.of(
            "PUT /api/photos/{id}",
            "PUT /api/desk/reply-templates/{id}",
            "PUT /api/desk/approval-chains/{id}",
            "PUT /api/desk/staffing/teams/{id}",
            "PUT /api/desk/staffing/skills/{id}",
            "PUT /api/desk/staffing/rota/shifts/{id}",
            "DELETE /api/desk/staffing/rota/shifts/{id}",
            "PUT /api/desk/staffing/rota/duties/{id}",
            "DELETE /api/desk/staffing/rota/duties/{id}",
            "PUT /api/desk/staffing/rota/absences/{id}",
            "DELETE /api/desk/staffing/rota/absences/{id}",
            "PUT /api/desk/grounds/{id}",
            "PUT /api/desk/stop-messages/{id}",
            "PUT /api/desk/offers/{id}",
            "PUT /api/desk/competences/{id}",
            "PUT /api/desk/organisations/{id}",
            "PUT /api/desk/open311-clients/{id}",
            "PUT /api/desk/webhooks/{id}",
            "PUT /api/desk/overlays/{id}",
            "PUT /api/desk/data-keys/{id}",
            // What the change of that id has made here by then.
            "DELETE /api/desk/open311-clients/{id}",
            "DELETE /api/desk/webhooks/{id}",
            "DELETE /api/desk/overlays/{id}",
            "DELETE /api/desk/data-keys/{id}",
            "DELETE /api/desk/stop-messages/{id}",
            "DELETE /api/desk/offers/{id}",
            "DELETE /api/desk/competences/{id}");

    /** Values that say nothing of whose they are. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("day", "2031-03-04"),
            Map.entry("commitment", "RESOLVE"),
            Map.entry("module", "REVIEW"),
            Map.entry("table", "key"),
            Map.entry("format", "json"),
            Map.entry("layer", "requests"),
            Map.entry("collectionId", "request"),
            Map.entry("z", "10"),
            Map.entry("x", "517"),
            Map.entry("y", "360"),
            Map.entry("type", "csv"),
            Map.entry("feed", "new"));

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private OperationAddress() {}

    /** The address with the ids of what that city has. */
    static String of(String pattern, FurnishedCities.Furnished city) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(value(pattern, found.group(1), city)));
    }

    /** Whether it names something that may be another jurisdiction's. */
    static boolean namesAnother(String operation) {
        return !IDS_OF_THE_CLIENT.contains(operation)
                && VARIABLE.matcher(operation).results().anyMatch(found -> !PLAIN.containsKey(found.group(1)));
    }

    private static String value(String path, String name, FurnishedCities.Furnished city) {
        String plain = PLAIN.get(name);
        return plain != null
                ? plain
                : Optional.ofNullable(city.things().get(kindOf(path, name))).orElseThrow();
    }

    private static String kindOf(String path, String name) {
        record Kind(String begins, String variable, String kind) {}
        return List.of(
                        new Kind("/api/desk/requests/", "id", "request"),
                        new Kind("/api/desk/requests/", "letter", "letter"),
                        new Kind("/api/desk/sector-drafts/versions/", "id", "version"),
                        new Kind("/api/desk/sector-drafts/", "id", "draft"),
                        new Kind("/api/desk/reply-templates/", "id", "template"),
                        new Kind("/api/desk/approval-chains/", "id", "chain"),
                        new Kind("/api/desk/grounds/", "id", "ground"),
                        new Kind("/api/desk/offers/", "id", "offer"),
                        new Kind("/api/desk/competences/", "id", "competence"),
                        new Kind("/api/desk/organisations/", "id", "organisation"),
                        new Kind("/api/desk/stop-messages/", "id", "stop-message"),
                        new Kind("/api/desk/delegations/", "id", "delegation"),
                        new Kind("/api/desk/staffing/teams/", "id", "team"),
                        new Kind("/api/desk/staffing/sectors/", "id", "sector"),
                        new Kind("/api/desk/staffing/categories/", "id", "categoryId"),
                        new Kind("/api/desk/staffing/skills/", "id", "skill"),
                        new Kind("/api/desk/staffing/rota/shifts/", "id", "shift"),
                        new Kind("/api/desk/staffing/rota/duties/", "id", "duty"),
                        new Kind("/api/desk/staffing/rota/absences/", "id", "absence"),
                        new Kind("/api/desk/staffing/rota/people/", "id", "person"),
                        new Kind("/api/desk/calendars/", "code", "calendar"),
                        new Kind("/api/desk/promises/", "category", "category"),
                        new Kind("/api/categories/", "category", "category"),
                        new Kind("/api/desk/open311-clients/", "id", "client"),
                        new Kind("/api/desk/webhooks/", "id", "webhook"),
                        new Kind("/api/desk/connections/", "id", "authority"),
                        new Kind("/api/desk/overlays/", "id", "overlay"),
                        new Kind("/api/desk/data-keys/", "id", "data-key"),
                        new Kind("/open311/v2/services/", "code", "category"),
                        new Kind("/open311/v2/requests/", "id", "request"),
                        new Kind("/open311/v2/tokens/", "token", "token"),
                        new Kind("/api/desk/catalogue/processes/", "code", "category"),
                        new Kind("/api/desk/catalogue/versions/", "id", "process"),
                        new Kind("/api/desk/rules/", "id", "rule"),
                        new Kind("/api/field/jobs/", "id", "job"),
                        new Kind("/api/requests/", "numberOrId", "request"),
                        new Kind("/api/requests/", "id", "request"),
                        new Kind("/api/photos/", "id", "photo"),
                        new Kind("/photos/", "id", "photo"),
                        new Kind("/api/track/{token}/letters/", "id", "letter"),
                        new Kind("/api/track/", "id", "photo"),
                        new Kind("/api/track/", "token", "track"),
                        new Kind("/api/followed/", "token", "followed"),
                        new Kind("/api/watched-areas/", "token", "watch"),
                        new Kind("/ogc/collections/", "featureId", "request"))
                .stream()
                .filter(kind -> path.startsWith(kind.begins()) && name.equals(kind.variable()))
                .map(Kind::kind)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("it is not said what {%s} of %s is".formatted(name, path)));
    }
}
