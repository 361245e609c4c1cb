/**
 * A list taken away as a file, shared by whatever lists: rows go one by one from a cursor of the database into CSV, XLSX, GeoJSON or
 * GeoPackage, so that a million of them take no more memory than a thousand. Knows no request.
 *
 * <p>CSV and GeoJSON are sent as they are read, and cut off when reading fails; XLSX and GeoPackage are made whole in a file first, which
 * is gone when the answer has ended. Half a list never looks like a whole one.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"geo", "access"})
package org.vigie.download;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
