package org.vigie.download;

import java.util.Arrays;

/** The files in which a list is taken away; the ending is also its name in addresses. */
public enum DownloadFormat {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    GEOJSON("geojson", "application/geo+json"),
    GPKG("gpkg", "application/geopackage+sqlite3");

    /** For the variable of an address, which it keeps to these. */
    public static final String ENDINGS = "csv|xlsx|geojson|gpkg";

    private final String ending;
    private final String mediaType;

    DownloadFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** @param ending one of {@link #ENDINGS} */
    public static DownloadFormat ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(ending));
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it can be sent while it is being read, because an end that is missing shows. */
    public boolean isSentAsRead() {
        return this == CSV || this == GEOJSON;
    }
}
