package org.vigie.territory.draft;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.territory.ImportReport;
import org.vigie.territory.JurisdictionProfile;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.SectorReading;
import org.vigie.territory.SourceFile;
import org.vigie.territory.topology.Finding;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Settlement;
import org.vigie.territory.topology.Survey;

/** Brings the sectors of a file into a draft. What is wrong with them is told; only a partition comes in. */
@Component
public class DraftImport {

    private final SectorDrawing drawing;
    private final SectorDrafts drafts;
    private final PublishedSectors published;
    private final Jurisdictions jurisdictions;

    DraftImport(SectorDrawing drawing, SectorDrafts drafts, PublishedSectors published, Jurisdictions jurisdictions) {
        this.drawing = drawing;
        this.drafts = drafts;
        this.published = published;
        this.jurisdictions = jurisdictions;
    }

    /** @param settle how overlaps and gaps are settled; empty: a file that has some does not come in */
    public record Order(SectorReading.Fields fields, Optional<Settlement.Rule> settle) {}

    /**
     * What came of it.
     *
     * @param applied whether the draft has changed
     * @param faults lines of the report about features that can be no sector; they keep the file out
     */
    public record Outcome(boolean applied, List<String> faults, List<Finding> findings) {}

    /** @param file is read here and not kept @throws Refusal as {@link SourceFile} does; import-outside; import-swallows; draft-changed-meanwhile */
    @Transactional
    public Outcome run(UUID draftId, int revision, Path file, Order order) {
        drafts.getToChange(draftId, revision);
        try {
            Path told = Files.createTempFile("vigie-draft", ".geojsonl");
            try (ImportReport report = new ImportReport(told, new PrintWriter(new StringWriter()))) {
                List<Piece> pieces = SectorReading.read(new SourceFile(file), order.fields(), report);
                boolean faulty = report.counts().rejected() > 0 || pieces.isEmpty();
                report.close();
                return faulty
                        ? new Outcome(false, Files.readAllLines(told), List.of())
                        : take(draftId, revision, pieces, order);
            } finally {
                Files.deleteIfExists(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome take(UUID draftId, int revision, List<Piece> pieces, Order order) {
        JurisdictionProfile profile = jurisdictions.profile();
        Survey.Result survey = Survey.of(pieces, profile.boundary(), published.toleranceMetres());
        if (survey.wholly() == pieces.size()) {
            throw Refusal.invalid("import-outside");
        }
        if (!survey.isPartition() && order.settle().isEmpty()) {
            return new Outcome(false, List.of(), survey.findings());
        }
        List<Piece> settled =
                order.settle().map(rule -> settled(pieces, profile, rule)).orElse(pieces);
        drawing.replace(draftId, revision, settled, String.valueOf(settled.size()));
        return new Outcome(true, List.of(), survey.findings());
    }

    private static List<Piece> settled(List<Piece> pieces, JurisdictionProfile profile, Settlement.Rule rule) {
        Settlement.Result result = Settlement.of(pieces, profile.boundary(), rule);
        if (!result.swallowed().isEmpty()) {
            throw Refusal.invalid("import-swallows", String.join(", ", result.swallowed()));
        }
        return result.pieces();
    }
}
