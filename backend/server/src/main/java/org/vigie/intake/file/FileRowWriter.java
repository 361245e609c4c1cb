package org.vigie.intake.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;
import org.vigie.access.Ids;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.ownership.OwnerCandidate;
import org.vigie.intake.ownership.OwnerDeal;
import org.vigie.intake.ownership.Owners;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.request.Priority;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Occasion;
import org.vigie.team.TeamChoice;
import org.vigie.territory.ImportReport;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;

/** Turns rows of a file into stored requests, a batch at a time. */
@Component
class FileRowWriter {

    private final SectorLocator locator;
    private final Jurisdictions jurisdictions;
    private final Coverages coverages;
    private final BroughtAlong broughtAlong;
    private final ImportedRequests requests;
    private final Owners owners;
    private final Clock clock;

    FileRowWriter(
            SectorLocator locator,
            Jurisdictions jurisdictions,
            Coverages coverages,
            BroughtAlong broughtAlong,
            ImportedRequests requests,
            Owners owners,
            Clock clock) {
        this.locator = locator;
        this.jurisdictions = jurisdictions;
        this.coverages = coverages;
        this.broughtAlong = broughtAlong;
        this.requests = requests;
        this.owners = owners;
        this.clock = clock;
    }

    Run begin(RequestMapping mapping, ImportReport report) {
        return new Run(mapping, report);
    }

    /** One file on its way in. */
    final class Run {

        private final RequestMapping mapping;
        private final ImportReport report;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final PreparedGeometry boundary =
                PreparedGeometryFactory.prepare(jurisdictions.profile().boundary());
        private final BroughtAlong.Run categoriesAndTeams;
        private final Coverage coverage = coverages.read();

        private Run(RequestMapping mapping, ImportReport report) {
            this.mapping = mapping;
            this.report = report;
            this.categoriesAndTeams = broughtAlong.begin(mapping);
        }

        void write(List<FileRow> rows) {
            Map<String, ImportedRequests.Known> known = requests.find(
                    mapping.source(), rows.stream().map(FileRow::externalId).toList());
            List<ImportedRequests.Imported> created = new ArrayList<>();
            OwnerDeal deal = owners.begin(now);
            for (FileRow row : rows) {
                ImportedRequests.Imported imported = imported(row, known.get(row.externalId()), deal);
                ImportedRequests.Known before = known.get(row.externalId());
                if (before == null) {
                    created.add(imported);
                    report.created(1);
                } else if (MessageDigest.isEqual(before.sha256(), imported.sha256())) {
                    report.unchanged(1);
                } else {
                    requests.update(imported, now);
                    report.updated(1);
                }
            }
            requests.add(created);
        }

        private ImportedRequests.Imported imported(
                FileRow row, ImportedRequests.@Nullable Known before, OwnerDeal deal) {
            Category category = categoriesAndTeams.category(row.domain(), row.category());
            Place place = place(row);
            flag(row, place);
            UUID id = before == null ? Ids.next() : before.requestId();
            Request request = new Request(
                    id,
                    "",
                    category.kind(),
                    row.state(),
                    category.id(),
                    row.description(),
                    row.channel(),
                    Priority.NORMAL,
                    category.isPrivate(),
                    place,
                    assignment(row, category, place),
                    before == null && row.state().isOpen()
                            ? deal.next(Priority.NORMAL).map(OwnerCandidate::accountId)
                            : Optional.empty(),
                    times(row),
                    1);
            return new ImportedRequests.Imported(request, category, mapping.source(), row.externalId(), sha256(row));
        }

        private Request.Times times(FileRow row) {
            boolean ended = !row.state().isOpen();
            Optional<Instant> resolvedAt =
                    ended ? row.resolvedAt().or(() -> Optional.of(row.receivedAt())) : Optional.empty();
            return new Request.Times(
                    row.receivedAt(),
                    resolvedAt.orElse(row.receivedAt()),
                    resolvedAt,
                    row.state() == RequestState.RESOLVED ? Optional.empty() : resolvedAt);
        }

        private Place place(FileRow row) {
            if (row.position().isEmpty()) {
                return Place.toBeLocated(row.address());
            }
            Wgs84Point position = row.position().get();
            Placement placement = locator.locate(position);
            return new Place(
                    row.position(),
                    Place.Source.IMPORT,
                    row.address(),
                    Place.Rule.valueOf(placement.rule().name()),
                    placement.sector().map(sector -> sector.sectorId()),
                    placement.sector().map(sector -> sector.versionId()),
                    Double.isFinite(placement.metresToEdge())
                            ? Optional.of(placement.metresToEdge())
                            : Optional.empty());
        }

        private Assignment assignment(FileRow row, Category category, Place place) {
            Optional<UUID> named = row.teamName().map(categoriesAndTeams::teamId);
            if (named.isPresent()) {
                return new Assignment(category.service().id(), named.get(), Assignment.Rule.IMPORT, "");
            }
            TeamChoice choice = coverage.choose(Occasion.usual(place.sectorId(), category, row.receivedAt()));
            return new Assignment(
                    category.service().id(),
                    choice.team().id(),
                    Assignment.Rule.valueOf(choice.rule().name()),
                    "");
        }

        /** Names what is kept but not plainly in. */
        private void flag(FileRow row, Place place) {
            if (row.position().isEmpty()) {
                report.withoutLocation(1);
                report.note(
                        row.line(), "kept, to be located: it has no position", Map.of("externalId", row.externalId()));
            } else if (!boundary.covers(row.position().get().toJts())) {
                report.outside(1);
                report.note(row.line(), "kept, outside the jurisdiction", Map.of("externalId", row.externalId()));
            } else if (place.rule() == Place.Rule.OUTSIDE || place.rule() == Place.Rule.NEAREST) {
                report.note(row.line(), "kept, in no sector", Map.of("externalId", row.externalId()));
            }
            compareSector(row);
        }

        private void compareSector(FileRow row) {
            if (mapping.expectedSector() == null
                    || row.expectedSector().isEmpty()
                    || row.position().isEmpty()) {
                return;
            }
            String found = locator.locate(
                            mapping.expectedSector().set(), row.position().get())
                    .sector()
                    .map(sector -> sector.code())
                    .orElse("none");
            if (!found.equals(row.expectedSector().get())) {
                report.note(
                        row.line(),
                        "in, in another sector than the file says",
                        Map.of(
                                "externalId",
                                row.externalId(),
                                "file",
                                row.expectedSector().get(),
                                "found",
                                found));
            }
        }

        /** Of everything that the row says, so that a changed row is seen whatever changed. */
        private static byte[] sha256(FileRow row) {
            try {
                FileRow anyLine = new FileRow(
                        0,
                        row.externalId(),
                        row.domain(),
                        row.category(),
                        row.description(),
                        row.address(),
                        row.position(),
                        row.receivedAt(),
                        row.resolvedAt(),
                        row.channel(),
                        row.state(),
                        row.teamName(),
                        row.expectedSector());
                return MessageDigest.getInstance("SHA-256")
                        .digest(anyLine.toString().getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
