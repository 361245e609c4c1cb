package org.vigie.features;

import static org.vigie.features.PublishedLayer.Property.of;
import static org.vigie.features.PublishedLayer.Property.text;

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

    private static final PublishedLayer REQUEST = new PublishedLayer(
            "staff_request",
            "Point",
            new Source(
                    "staff_map.staff_request",
                    new Id("request_id", IdType.UUID),
                    Optional.of(MERCATOR),
                    Optional.of(RequestProperties.RECEIVED)),
            RequestProperties.inOrder(
                    List.of(
                            text("number"),
                            RequestProperties.KIND,
                            RequestProperties.state("REJECTED", "DUPLICATE"),
                            text("priority", "LOW", "NORMAL", "HIGH", "URGENT"),
                            of("is_private", Type.BOOLEAN),
                            of("is_open", Type.BOOLEAN)),
                    RequestProperties.WHAT_AND_WHERE,
                    List.of(text("team"), text("team_name"), text("channel")),
                    RequestProperties.WHEN));

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
