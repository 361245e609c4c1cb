package org.vigie.intake.photo;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.vigie.geo.Wgs84Point;

/**
 * What EXIF tells of a photo. What is missing or makes no sense is empty: a photo is never refused for its metadata.
 *
 * @param position where it was taken; never 0°, 0°, which is what a receiver without a fix writes
 * @param orientation 1 to 8, as EXIF numbers them; 1 is upright
 */
record ExifFacts(Optional<Wgs84Point> position, Optional<Instant> takenAt, int orientation) {

    static final ExifFacts NONE = new ExifFacts(Optional.empty(), Optional.empty(), 1);

    /**
     * @param tiff the TIFF structure of an EXIF block; may be empty
     * @param zone in which a time without offset is told
     */
    static ExifFacts of(byte[] tiff, ZoneId zone) {
        if (tiff.length == 0) {
            return NONE;
        }
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(tiff), metadata);
            return new ExifFacts(positionOf(metadata), takenAt(metadata, zone), orientationOf(metadata));
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    private static Optional<Wgs84Point> positionOf(Metadata metadata) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
                .flatMap(gps -> Optional.ofNullable(gps.getGeoLocation()))
                .filter(ExifFacts::makesSense)
                .map(place -> new Wgs84Point(toCentimetres(place.getLongitude()), toCentimetres(place.getLatitude())));
    }

    private static boolean makesSense(GeoLocation place) {
        return !place.isZero() && Math.abs(place.getLongitude()) <= 180 && Math.abs(place.getLatitude()) <= 90;
    }

    /** Degrees with seven decimals, which is a centimetre: what is beyond comes from the division of fractions. */
    private static double toCentimetres(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    private static Optional<Instant> takenAt(Metadata metadata, ZoneId zone) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class))
                .flatMap(sub -> Optional.ofNullable(sub.getDateOriginal(TimeZone.getTimeZone(zone))))
                .map(Date::toInstant);
    }

    private static int orientationOf(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .filter(value -> value != null && value >= 1 && value <= 8)
                .findFirst()
                .orElse(1);
    }
}
