package org.vigie.testing;

import java.util.Map;
import java.util.Objects;
import org.vigie.access.Role;

/** Bodies that are valid, so that what refuses a call is not what it sends. */
final class Bodies {

    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}";
    private static final String POLYGON =
            "{\"type\":\"Polygon\",\"coordinates\":[[[2.04,47.04],[2.06,47.04],[2.06,47.06],[2.04,47.06],[2.04,47.04]]]}";
    private static final String DAY = "{\"name\":\"Pont\",\"hours\":[]}";
    private static final String REPORT =
            "{\"category\":\"nid-de-poule\",\"description\":\"Trou\",\"position\":" + POINT + "}";
    private static final String WEEK = "[{\"weekday\":1,\"hours\":[{\"opens\":\"09:00\",\"closes\":\"17:00\"}]}]";
    private static final String PROMISES =
            "[{\"commitment\":\"ACKNOWLEDGE\",\"amount\":2,\"unit\":\"DAYS\"},{\"commitment\":\"REPLY\",\"amount\":9,\"unit\":\"DAYS\"}]";

    private static final String SKILLS = "{\"skillIds\":[],\"reason\":\"\"}";

    private static final String RULE_TEXT =
            "{\"schema\":1,\"if\":{\"words\":[\"verre*\"]},\"then\":{\"priority\":\"HIGH\"}}";
    private static final String RULE = "{\"code\":\"VERRE\",\"name\":\"Verre\",\"text\":" + RULE_TEXT + "}";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/requests", REPORT),
            Map.entry("POST /api/desk/requests", REPORT),
            Map.entry("POST /api/field/requests", REPORT),
            Map.entry("POST /api/requests/{id}/followers", "{\"email\":\"voisine@example.org\"}"),
            Map.entry("POST /api/track/{token}/messages", "{\"text\":\"Toujours là.\"}"),
            Map.entry("POST /api/desk/requests/{id}/assignment", "{\"teamId\":\"$east\"}"),
            Map.entry("POST /api/desk/requests/{id}/transitions", "{\"to\":\"ASSIGNED\",\"reason\":\"vu\"}"),
            Map.entry("POST /api/desk/requests/{id}/priority", "{\"priority\":\"HIGH\"}"),
            Map.entry("POST /api/desk/requests/{id}/position", "{\"position\":" + POINT + "}"),
            Map.entry("POST /api/desk/requests/{id}/category", "{\"category\":\"lampadaire\"}"),
            Map.entry("POST /api/desk/requests/{id}/notes", "{\"text\":\"vu\"}"),
            Map.entry("POST /api/desk/requests/{id}/messages", "{\"text\":\"vu\"}"),
            Map.entry("POST /api/desk/requests/{id}/pause", "{\"reason\":\"WEATHER\"}"),
            Map.entry("PUT /api/desk/calendars/{code}/days/{day}", DAY),
            Map.entry("PUT /api/desk/holidays/{day}", "{\"holiday\":true,\"name\":\"Fête\"}"),
            Map.entry(
                    "PUT /api/desk/calendars/{code}",
                    "{\"name\":\"Bureau\",\"holidays\":\"NONE\",\"hotline\":false,\"week\":" + WEEK
                            + ",\"reason\":\"été\"}"),
            Map.entry(
                    "PUT /api/desk/promises/{category}",
                    "{\"promises\":" + PROMISES + ",\"running\":true,\"reason\":\"été\"}"),
            Map.entry("PUT /api/desk/ladders/{commitment}", "{\"steps\":[],\"reason\":\"\"}"),
            Map.entry("PUT /api/desk/grounds/{id}", "{\"name\":\"Place\",\"shape\":" + POLYGON + ",\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/stop-messages/{id}",
                    "{\"texts\":{\"fr\":\"Travaux\"},\"refuses\":false,\"from\":\"2031-01-01T08:00\","
                            + "\"until\":\"2031-02-01T08:00\",\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/offers/{id}",
                    "{\"domain\":\"voirie\",\"from\":\"2026-01-01T00:00\",\"confirmed\":false,\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/competences/{id}",
                    "{\"code\":\"EAU\",\"organisationId\":\"$organisation\",\"from\":\"2026-01-01T00:00\",\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/organisations/{id}",
                    "{\"name\":\"Agglomération\",\"worksHere\":true,\"reason\":\"\"}"),
            Map.entry("PUT /api/desk/priority-table", "{\"cells\":[],\"reason\":\"\"}"),
            Map.entry("PUT /api/desk/reminders", "{\"categories\":[],\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/open311-clients/{id}",
                    "{\"name\":\"FixMyStreet\",\"quotaPerHour\":1000,\"externalIdAttribute\":\"fixmystreet_id\",\"reason\":\"\"}"),
            Map.entry("POST /api/desk/open311-clients/{id}/key", "{\"reason\":\"perdue\"}"),
            Map.entry(
                    "PUT /api/desk/webhooks/{id}",
                    "{\"name\":\"SIG\",\"address\":\"https://9.9.9.9:1/vigie\",\"content\":\"PUBLIC\",\"kinds\":[\"RECLASSIFIED\"],"
                            + "\"categories\":[\"danger\"],\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/overlays/{id}",
                    "{\"kind\":\"WMS\",\"titleFr\":\"Cadastre\",\"titleEn\":\"Cadastre\",\"address\":\"https://carto.example.org/wms\","
                            + "\"layers\":\"parcelle\",\"style\":\"\",\"format\":\"image/png\",\"version\":\"1.3.0\",\"infoFormat\":\"\","
                            + "\"attribution\":\"\",\"audience\":\"STAFF\",\"minZoom\":12,\"maxZoom\":19,\"opacityPercent\":80,"
                            + "\"position\":0,\"reason\":\"\"}"),
            Map.entry(
                    "POST /api/desk/overlays/capabilities", "{\"kind\":\"WMS\",\"address\":\"https://127.0.0.1/wms\"}"),
            Map.entry(
                    "PUT /api/desk/data-keys/{id}",
                    "{\"name\":\"QGIS du service voirie\",\"layers\":[\"staff_request\"],\"reason\":\"\"}"),
            Map.entry("POST /api/desk/data-keys/{id}/key", "{\"reason\":\"perdue\"}"),
            Map.entry("POST /api/desk/webhooks/{id}/secret", "{\"reason\":\"perdu\"}"),
            Map.entry("POST /api/desk/webhooks/{id}/replay", "{}"),
            Map.entry(
                    "PUT /api/desk/connections/{id}",
                    "{\"address\":\"https://9.9.9.9:1/open311/v2\",\"format\":\"JSON\",\"jurisdictionId\":\"\",\"externalIdAttribute\":\"\","
                            + "\"services\":{},\"serviceOtherwise\":\"\",\"attributes\":{},\"withRequester\":false,\"takesPrivate\":false,\"on\":false,"
                            + "\"reason\":\"\"}"),
            Map.entry("POST /api/desk/connections/{id}/definition", "{\"service\":\"POT\"}"),
            Map.entry("POST /api/desk/requests/{id}/forwarding/number", "{\"number\":\"R-1\",\"unseen\":true}"),
            Map.entry(
                    "POST /api/desk/requests/{id}/forwarding",
                    "{\"organisationId\":\"$authority\",\"reason\":\"à eux\"}"),
            Map.entry(
                    "POST /open311/v2/requests.{format}",
                    "service_code=nid-de-poule&lat=47.05&long=2.02&description=Trou&api_key=$key"),
            Map.entry(
                    "POST /open311/v2/servicerequestupdates.{format}",
                    "service_request_id=$sent&update_id=1&description=vu&api_key=$key"),
            Map.entry("PUT /api/desk/modules/{module}", "{\"on\":true,\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/staffing/teams/{id}",
                    "{\"code\":\"E1\",\"name\":\"Voirie Ouest\",\"kind\":\"REGULAR\",\"capacity\":10,\"active\":true,\"members\":[],"
                            + "\"reason\":\"essai\"}"),
            Map.entry("PUT /api/desk/staffing/teams/{id}/coverage", "{\"cells\":[],\"reason\":\"\"}"),
            Map.entry("PUT /api/desk/staffing/sectors/{id}/team", "{\"teamId\":\"$east\",\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/staffing/rota/shifts/{id}",
                    "{\"code\":\"SOIR\",\"name\":\"soir\",\"spans\":[{\"weekday\":1,\"starts\":\"18:00\",\"ends\":\"24:00\"}],\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/staffing/rota/duties/{id}",
                    "{\"teamId\":\"$east\",\"shiftId\":\"$shift\",\"firstDay\":\"2031-01-06\",\"reason\":\"\"}"),
            Map.entry(
                    "PUT /api/desk/staffing/rota/absences/{id}",
                    "{\"accountId\":\"$deputy\",\"firstDay\":\"2031-01-01\",\"lastDay\":\"2031-01-02\"}"),
            Map.entry("PUT /api/desk/staffing/rota/people/{id}/shifts", SKILLS.replace("skillIds", "shiftIds")),
            Map.entry(
                    "PUT /api/desk/staffing/skills/{id}",
                    "{\"code\":\"NACELLE\",\"name\":\"nacelle\",\"kind\":\"MEANS\",\"reason\":\"\"}"),
            Map.entry("PUT /api/desk/staffing/teams/{id}/skills", SKILLS),
            Map.entry("PUT /api/desk/staffing/categories/{id}/skills", SKILLS),
            Map.entry("POST /api/desk/sector-drafts/{id}/claim", "{\"code\":\"W\",\"ground\":" + POLYGON + "}"),
            Map.entry(
                    "POST /api/desk/sector-drafts/{id}/split",
                    "{\"code\":\"W\",\"line\":{\"type\":\"LineString\",\"coordinates\":[[2.02,46.9],[2.02,47.2]]},\"name\":\"Bords\"}"),
            Map.entry("POST /api/desk/sector-drafts/{id}/merge", "{\"codes\":[\"W\",\"E\"]}"),
            Map.entry(
                    "POST /api/desk/sector-drafts/{id}/import",
                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"W\",\"name\":\"Ouest\"},"
                            + "\"geometry\":" + POLYGON + "}]}"),
            Map.entry("POST /api/desk/sector-drafts/{id}/point", "{\"from\":" + POINT + ",\"to\":" + POINT + "}"),
            Map.entry("POST /api/desk/sector-drafts/{id}/name", "{\"code\":\"W\",\"name\":\"Ouest\"}"),
            Map.entry("POST /api/desk/sector-drafts/{id}/publication", "{\"reason\":\"essai\"}"),
            Map.entry(
                    "PUT /api/desk/requests/{id}/reply",
                    "{\"subject\":\"Objet\",\"body\":\"Bonjour\",\"locale\":\"fr\",\"sendBy\":\"POST\"}"),
            Map.entry("POST /api/desk/requests/{id}/reply/returns", "{\"remarks\":\"à revoir\"}"),
            Map.entry("POST /api/desk/requests/{id}/reply/posting", "{\"postedOn\":\"2026-01-05\"}"),
            Map.entry(
                    "PUT /api/desk/reply-templates/{id}",
                    "{\"code\":\"general\",\"name\":\"Générale\",\"locale\":\"fr\",\"subject\":\"Objet\",\"body\":\"Bonjour\"}"),
            Map.entry(
                    "PUT /api/desk/approval-chains/{id}",
                    "{\"name\":\"Réponses\",\"steps\":[{\"act\":\"SIGN\",\"title\":\"Adjointe\",\"role\":\"ELECTED_OFFICIAL\"}]}"),
            Map.entry("PUT /api/desk/letterhead", "{\"address\":\"\",\"contact\":\"\",\"place\":\"\"}"),
            Map.entry(
                    "POST /api/desk/delegations",
                    "{\"deputyId\":\"$deputy\",\"firstDay\":\"2032-01-01\",\"lastDay\":\"2032-01-02\"}"),
            Map.entry(
                    "POST /api/field/jobs/{id}/steps",
                    "{\"receiptId\":\"01900000-0000-7000-8000-000000000001\",\"step\":\"ACCEPTED\",\"at\":\"2026-01-01T10:00:00Z\"}"),
            Map.entry("POST /api/desk/requests/{id}/readings", "{\"messages\":[]}"),
            Map.entry(
                    "POST /api/field/jobs/{id}/thread",
                    "{\"id\":\"01900000-0000-7000-8000-0000000000bb\",\"text\":\"vu\"}"),
            Map.entry("POST /api/field/jobs/{id}/thread/readings", "{\"messages\":[]}"),
            Map.entry("POST /api/field/position", "{\"position\":" + POINT + "}"),
            Map.entry("POST /api/locate", "{\"position\":" + POINT + "}"),
            Map.entry("POST /api/track/{token}/reopening", "{\"reason\":\"toujours là\"}"),
            Map.entry("POST /api/followed/{token}/reopening", "{\"reason\":\"toujours là\"}"),
            Map.entry("PUT /api/track/{token}/satisfaction", "{\"score\":4}"),
            Map.entry("POST /api/desk/requests/{id}/owner", "{\"accountId\":\"$deputy\",\"reason\":\"congé\"}"),
            Map.entry(
                    "POST /api/desk/requests/{id}/transmission", "{\"serviceId\":\"$service\",\"reason\":\"à vous\"}"),
            Map.entry("POST /api/desk/requests/{id}/refusal", "{\"reason\":\"pas à nous\"}"),
            Map.entry("POST /api/desk/requests/{id}/acknowledgement", "{\"way\":\"CALL\",\"text\":\"dit\"}"),
            Map.entry("PUT /api/desk/front-desk/presence", "{\"state\":\"PRESENT\"}"),
            Map.entry("PUT /api/desk/clock", "{\"now\":\"2031-01-01T00:00:00Z\"}"),
            Map.entry(
                    "POST /api/desk/catalogue/processes/{code}/versions",
                    "{\"id\":\"01900000-0000-7000-8000-0000000000aa\"}"),
            Map.entry("PUT /api/desk/catalogue/versions/{id}", "$content"),
            Map.entry("POST /api/desk/rules", RULE),
            Map.entry("PUT /api/desk/rules/{id}", RULE),
            Map.entry("PUT /api/desk/rules/order", "{\"ids\":[]}"),
            Map.entry("POST /api/desk/rules/check", "{\"text\":" + RULE_TEXT + "}"),
            Map.entry("POST /api/desk/rules/dry-run", "{\"report\":{\"category\":\"nid-de-poule\"}}"));

    private Bodies() {}

    static String of(String operation, FurnishedCities.Furnished city) {
        return Objects.requireNonNullElse(BODIES.get(operation), "{}")
                .replace("$content", Objects.requireNonNullElse(city.things().get("content"), "{}"))
                .replace(
                        "$organisation",
                        Objects.requireNonNullElse(city.things().get("organisation"), ""))
                .replace("$authority", Objects.requireNonNullElse(city.things().get("authority"), ""))
                .replace("$service", Objects.requireNonNullElse(city.things().get("service"), ""))
                .replace("$shift", Objects.requireNonNullElse(city.things().get("shift"), ""))
                .replace("$key", Objects.requireNonNullElse(city.things().get("open311-key"), ""))
                .replace("$sent", Objects.requireNonNullElse(city.things().get("sent"), ""))
                .replace("$east", city.city().east().id().toString())
                .replace("$deputy", city.account(Role.DISPATCHER).accountId().toString());
    }

    static String query(String operation) {
        return switch (operation) {
            case "GET /api/requests/nearby",
                    "GET /api/requests/nearest",
                    "GET /api/locate",
                    "GET /api/addresses/nearest",
                    "GET /api/assets/near",
                    "GET /api/desk/grounds/at" -> "?lon=2.02&lat=47.05";
            case "GET /open311/v2/coverage.{format}" -> "?lat=47.05&long=2.02";
            case "GET /api/addresses", "GET /api/assets" -> "?q=rue";
            case "GET /api/assets/named" -> "?asset=lamp:4711";
            case "GET /api/desk/callers" -> "?phone=0600000000";
            case "GET /api/desk/figures/sectors" -> "?from=2026-01-01&to=2026-02-01";
            case "POST /api/desk/sector-drafts/{id}/import" -> "?codeField=code&nameField=name&settle=NEAREST";
            default -> "";
        };
    }
}
