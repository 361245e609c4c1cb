package org.vigie.territory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.territory.topology.Finding;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Settlement;
import org.vigie.territory.topology.Survey;

/** Brings a sector set of the open jurisdiction in from a file, as a new version when anything in it changed. */
@Component
public class SectorImport {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    private final SectorSets sets;
    private final StagedSectors staged;
    private final SectorInhabitants inhabitants;
    private final Jurisdictions jurisdictions;
    private final TerritorySettings settings;
    private final Clock clock;

    SectorImport(
            SectorSets sets,
            StagedSectors staged,
            SectorInhabitants inhabitants,
            Jurisdictions jurisdictions,
            TerritorySettings settings,
            Clock clock) {
        this.sets = sets;
        this.staged = staged;
        this.inhabitants = inhabitants;
        this.jurisdictions = jurisdictions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a set must cover the jurisdiction once and once only. */
    public enum Kind {
        /** Every point in exactly one sector. */
        PARTITION,
        /** Sectors may overlap and leave ground out. */
        COVERAGE
    }

    /**
     * What is wanted.
     *
     * @param serves makes this the set that decides who works; the first set of a jurisdiction always does
     * @param settle how to make a partition of a file that is none; without, such a file is refused
     * @param holdsFrom when the version begins to hold; now, when empty
     */
    public record Order(
            String set,
            SectorReading.Fields fields,
            boolean serves,
            Kind kind,
            Optional<Settlement.Rule> settle,
            Optional<Instant> holdsFrom) {

        /** A partition that holds at once. */
        public static Order partition(String set, String codeField, String nameField) {
            return new Order(
                    set,
                    new SectorReading.Fields(codeField, nameField, Optional.empty()),
                    false,
                    Kind.PARTITION,
                    Optional.empty(),
                    Optional.empty());
        }

        public Order serving() {
            return new Order(set, fields, true, kind, settle, holdsFrom);
        }

        public Order settled(Settlement.Rule by) {
            return new Order(set, fields, serves, kind, Optional.of(by), holdsFrom);
        }

        public Order coverage() {
            return new Order(set, fields, serves, Kind.COVERAGE, settle, holdsFrom);
        }

        public Order from(Instant instant) {
            return new Order(set, fields, serves, kind, settle, Optional.of(instant));
        }

        String[] readAs() {
            List<String> read = new ArrayList<>(List.of(
                    fields.code(),
                    fields.name(),
                    fields.priority().orElse(""),
                    settle.map(Enum::name).orElse("")));
            // what was read before there was such a field is still the same reading
            fields.inhabitants().ifPresent(read::add);
            return read.toArray(String[]::new);
        }
    }

    /**
     * One transaction; publishes when the file is in order, or is settled as ordered.
     *
     * @throws Refusal when a geometry is not polygonal, a code is missing or twice there, no sector lies in the jurisdiction, or a
     *     partition has overlaps or gaps and nobody said how to settle them; the report names the features and nothing is stored
     */
    @Transactional
    public void run(Order order, SourceFile file, ImportReport report) {
        if (!CODE.matcher(order.set()).matches()) {
            throw Refusal.invalid("code-malformed", order.set());
        }
        Instant from = order.holdsFrom().orElseGet(clock::instant);
        if (order.holdsFrom().isPresent() && from.isBefore(clock.instant())) {
            throw Refusal.invalid("holds-from-past", from);
        }
        byte[] fingerprint = file.fingerprint(order.readAs());
        UUID set = sets.ensure(order.set(), order.serves(), order.kind());
        var latest = sets.latest(set);
        if (latest.isPresent() && Arrays.equals(latest.get().sourceSha256(), fingerprint)) {
            report.read(latest.get().sectors());
            report.unchanged(latest.get().sectors());
            return;
        }
        SectorReading.Content content = SectorReading.readWhole(file, order.fields(), report);
        refuseFaulty(file.path(), report);
        staged.fill(inOrder(order, content.pieces(), file.path(), report));
        Optional<UUID> version = latest.map(SectorSets.Latest::versionId);
        if (sets.compare(version, report)) {
            version = Optional.of(sets.publish(set, fingerprint, from.atOffset(ZoneOffset.UTC)));
        }
        version.ifPresent(it -> inhabitants.tell(it, content.inhabitants()));
    }

    private List<Piece> inOrder(Order order, List<Piece> pieces, Path path, ImportReport report) {
        report.step("looking for overlaps and gaps");
        MultiPolygon boundary = jurisdictions.profile().boundary();
        Survey.Result survey = Survey.of(pieces, boundary, settings.toleranceMetres());
        TopologyReport topology = new TopologyReport(report);
        topology.tell(survey);
        if (survey.wholly() == pieces.size()) {
            throw Refusal.invalid("sectors-outside", path.getFileName(), report.file());
        }
        if (order.kind() == Kind.COVERAGE || survey.isSpotless()) {
            return pieces;
        }
        if (order.settle().isPresent()) {
            report.step("settling overlaps and gaps");
            Settlement.Result settled =
                    Settlement.of(pieces, boundary, order.settle().get());
            refuseSwallowed(path, settled);
            topology.tell(pieces, settled);
            return settled.pieces();
        }
        if (!survey.isPartition()) {
            throw Refusal.invalid(
                    "sectors-no-partition",
                    path.getFileName(),
                    survey.count(Finding.Kind.OVERLAP),
                    survey.count(Finding.Kind.GAP),
                    report.file());
        }
        return pieces;
    }

    private static void refuseSwallowed(Path path, Settlement.Result settled) {
        if (!settled.swallowed().isEmpty()) {
            throw Refusal.invalid("sectors-swallowed", path.getFileName(), settled.swallowed());
        }
    }

    private static void refuseFaulty(Path path, ImportReport report) {
        if (report.counts().rejected() > 0) {
            throw Refusal.invalid(
                    "sectors-faulty", path.getFileName(), report.counts().rejected(), report.file());
        }
        if (report.counts().read() == 0) {
            throw Refusal.invalid("file-without-features", path.getFileName());
        }
    }
}
