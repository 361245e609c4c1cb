package org.vigie.territory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** Brings a sector set of the open jurisdiction in from a file, as a new version when anything in it changed. */
@Component
public class SectorImport {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    private final SectorSets sets;
    private final StagedSectors staged;
    private final TopologyReport topology;
    private final Clock clock;

    SectorImport(SectorSets sets, StagedSectors staged, TopologyReport topology, Clock clock) {
        this.sets = sets;
        this.staged = staged;
        this.topology = topology;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param codeField property that holds a sector's code
     * @param nameField property that holds its name; where it is missing, the code is the name
     * @param serves makes this the set that decides who works; the first set of a jurisdiction always does
     */
    public record Order(String set, String codeField, String nameField, boolean serves) {}

    /**
     * One transaction; publishes at once.
     *
     * @throws Refusal when a geometry is not polygonal, a code is missing or twice there, or no sector lies in the jurisdiction; the
     *     report names the features and nothing is stored
     */
    @Transactional
    public void run(Order order, Path path, ImportReport report) {
        if (!CODE.matcher(order.set()).matches()) {
            throw Refusal.invalid("code-malformed", order.set());
        }
        SourceFile file = new SourceFile(path);
        byte[] fingerprint = file.fingerprint(order.codeField(), order.nameField());
        UUID set = sets.ensure(order.set(), order.serves());
        var latest = sets.latest(set);
        if (latest.isPresent() && java.util.Arrays.equals(latest.get().sourceSha256(), fingerprint)) {
            report.read(latest.get().sectors());
            report.unchanged(latest.get().sectors());
            return;
        }
        staged.fill(file, new StagedSectors.Fields(order.codeField(), order.nameField()), report);
        refuseFaulty(path, report);
        report.step("looking for overlaps and gaps");
        if (topology.write(report) == report.counts().read()) {
            throw Refusal.invalid("sectors-outside", path.getFileName(), report.file());
        }
        if (sets.compare(latest.map(SectorSets.Latest::versionId), report)) {
            sets.publish(set, fingerprint, clock.instant().atOffset(ZoneOffset.UTC));
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
