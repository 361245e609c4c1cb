package org.vigie.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.territory.SourceFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file of features and how to read it. */
class FeatureFileOptions {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "GeoJSON (also .gz, .xz); Shapefile in a .zip, GeoPackage, KML, TopoJSON and what else GDAL reads.")
    private Path file;

    @Option(names = "--crs", paramLabel = "EPSG", description = "Of the coordinates, when the file does not say: 2154.")
    @Nullable
    private Integer epsgCode;

    @Option(names = "--layer", paramLabel = "NAME", description = "Of a file with several; the first one otherwise.")
    @Nullable
    private String layer;

    SourceFile file() {
        return new SourceFile(file, Optional.ofNullable(epsgCode), Optional.ofNullable(layer));
    }
}
