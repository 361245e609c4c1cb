package org.vigie.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.territory.ImportReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.json.JsonMapper;

/** Options that every import has, and how it ends: the report's path on standard error, one JSON line of counts on standard output. */
class ReportOptions {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where rows that are not plainly in are named (JSON lines).")
    @Nullable
    private Path report;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    int run(Consumer<ImportReport> work) {
        PrintWriter err = command.commandLine().getErr();
        try (ImportReport open = new ImportReport(report == null ? somewhere() : report, err)) {
            try {
                work.accept(open);
            } finally {
                err.println("  report: %s (%,d lines)".formatted(open.file().toAbsolutePath(), open.notes()));
            }
            command.commandLine().getOut().println(JSON.writeValueAsString(open.counts()));
            return 0;
        }
    }

    private Path somewhere() {
        try {
            return Files.createTempFile("vigie-" + command.name() + "-", ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
