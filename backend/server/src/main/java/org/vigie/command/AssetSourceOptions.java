package org.vigie.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SourceFile;
import org.vigie.territory.remote.RemoteFeatures;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Features from a file, or from another system's service. */
class AssetSourceOptions {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "GeoJSON (also .gz, .xz); Shapefile in a .zip, GeoPackage, CSV with lon and lat, and what else GDAL reads.")
    @Nullable
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "Instead of a file: OGC API Features or WFS 2.0; every page of it is fetched.")
    @Nullable
    private URI from;

    @Option(names = "--private-network", description = "The URL may lead to this machine or into its network.")
    private boolean privateNetwork;

    @Option(names = "--crs", paramLabel = "EPSG", description = "Of the coordinates, when the file does not say: 2154.")
    @Nullable
    private Integer epsgCode;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "Of a file with several; collection or type name of a service.")
    @Nullable
    private String layer;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** Fetches first, so that no transaction waits for a network. */
    void read(ImportReport report, Consumer<SourceFile> work) {
        Path given = file;
        URI address = from;
        if (given != null && address == null) {
            work.accept(new SourceFile(given, Optional.ofNullable(epsgCode), Optional.ofNullable(layer)));
        } else if (given == null && address != null) {
            fetched(address, report, work);
        } else {
            throw new ParameterException(command.commandLine(), "Give either a file or --from URL.");
        }
    }

    private void fetched(URI address, ImportReport report, Consumer<SourceFile> work) {
        try {
            Path pages = Files.createTempFile("vigie-remote-", ".geojson");
            try {
                RemoteFeatures.download(
                        new RemoteFeatures.Source(address, Optional.ofNullable(layer), privateNetwork), pages, report);
                work.accept(new SourceFile(pages, Optional.ofNullable(epsgCode), Optional.empty()));
            } finally {
                Files.delete(pages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
