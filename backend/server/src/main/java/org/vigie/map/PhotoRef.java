package org.vigie.map;

import java.util.UUID;

/**
 * Where a published photo of a request is. The map reads published views alone and so knows no step of the flow; what staff see has the
 * same shape in {@code intake.photo}.
 *
 * @param purpose REPORT, BEFORE or AFTER
 * @param width pixels
 * @param height pixels
 */
public record PhotoRef(UUID id, String purpose, int width, int height, String url, String thumbnailUrl) {

    public static PhotoRef of(String jurisdictionCode, UUID id, String purpose, int width, int height) {
        String base = "/" + jurisdictionCode + "/photos/" + id;
        return new PhotoRef(id, purpose, width, height, base + ".jpg", base + "-thumbnail.jpg");
    }
}
