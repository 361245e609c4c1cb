package org.vigie.features;

import static org.vigie.features.PublishedLayers.of;
import static org.vigie.features.PublishedLayers.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.features.PublishedLayer.Id;
import org.vigie.features.PublishedLayer.IdType;
import org.vigie.features.PublishedLayer.Source;
import org.vigie.features.PublishedLayer.Type;

/** What staff sees of requests, jobs and teams; each is there for the holders of a key that names it, and for nobody else. */
public final class StaffLayers {

    private static final String MERCATOR = "location3857";
    private static final String RECEIVED = "received_at";

    private static final PublishedLayer REQUEST = new PublishedLayer(
            "staff_request",
            "Point",
            new Source(
                    "staff_map.staff_request",
                    new Id("request_id", IdType.UUID),
                    Optional.of(MERCATOR),
                    Optional.of(RECEIVED)),
            List.of(
                    text("number"),
                    text("kind", "INCIDENT", "COMPLAINT", "QUESTION", "REMARK", "PRAISE"),
                    text(
                            "state",
                            "RECEIVED",
                            "ASSIGNED",
                            "IN_PROGRESS",
                            "RESOLVED",
                            "CLOSED",
                            "FORWARDED",
                            "REJECTED",
                            "DUPLICATE",
                            "REOPENED"),
                    text("priority", "LOW", "NORMAL", "HIGH", "URGENT"),
                    of("is_private", Type.BOOLEAN),
                    of("is_open", Type.BOOLEAN),
                    text("category"),
                    text("category_name"),
                    text("domain"),
                    text("domain_name"),
                    text("description"),
                    text("address"),
                    text("sector"),
                    text("sector_name"),
                    text("service"),
                    text("team"),
                    text("team_name"),
                    text("channel"),
                    of(RECEIVED, Type.INSTANT),
                    of("changed_at", Type.INSTANT),
                    of("resolved_at", Type.INSTANT),
                    of("settled_at", Type.INSTANT),
                    text("next_commitment"),
                    of("next_starts_at", Type.INSTANT),
                    of("next_due_at", Type.INSTANT)));

    private static final PublishedLayer JOB = new PublishedLayer(
            "staff_job",
            "Point",
            new Source(
                    "staff_map.staff_job",
                    new Id("job_id", IdType.UUID),
                    Optional.of(MERCATOR),
                    Optional.of("offered_at")),
            List.of(
                    text("number"),
                    text("step", "OFFERED", "ACCEPTED", "EN_ROUTE", "ON_SITE", "DONE", "IMPOSSIBLE", "WITHDRAWN"),
                    text("team"),
                    text("team_name"),
                    text("category"),
                    text("category_name"),
                    text("address"),
                    of("offered_at", Type.INSTANT),
                    of("accepted_at", Type.INSTANT),
                    of("en_route_at", Type.INSTANT),
                    of("on_site_at", Type.INSTANT),
                    of("ended_at", Type.INSTANT)));

    private static final PublishedLayer TEAM = new PublishedLayer(
            "staff_team",
            "Point",
            new Source("staff_map.staff_team", new Id("team_id", IdType.UUID), Optional.empty(), Optional.empty()),
            List.of(
                    text("code"),
                    text("name"),
                    text("kind", "REGULAR", "URGENT", "PATROL", "DESK"),
                    text("service"),
                    of("active", Type.BOOLEAN),
                    of("seen_at", Type.INSTANT)));

    private static final List<PublishedLayer> ALL = List.of(REQUEST, JOB, TEAM);

    private StaffLayers() {}

    public static List<PublishedLayer> list() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(PublishedLayer::name).toList();
    }

    /** Those that a key opens. */
    public static List<PublishedLayer> openedBy(Set<String> names) {
        return ALL.stream().filter(layer -> names.contains(layer.name())).toList();
    }
}
