package org.vigie.intake.photo;

import java.util.UUID;
import org.vigie.access.CurrentJurisdiction;

/**
 * Where a photo of a request is served.
 *
 * @param width in pixels, of the whole photo
 * @param height in pixels, of the whole photo
 * @param thumbnailUrl of a copy that is at most 320 pixels wide and high
 */
public record PhotoRef(UUID id, Photo.Purpose purpose, int width, int height, String url, String thumbnailUrl) {

    /** Where staff and, once it is published, everybody see it: {@link PublishedPhotos}. */
    public static PhotoRef of(Photo photo) {
        return of(photo.id(), photo.purpose(), photo.width(), photo.height());
    }

    /** As {@link #of(Photo)}, for one that is read together with its request. */
    public static PhotoRef of(UUID id, Photo.Purpose purpose, int width, int height) {
        String base = "/" + CurrentJurisdiction.get().code() + "/photos/" + id;
        return new PhotoRef(id, purpose, width, height, base + ".jpg", base + "-thumbnail.jpg");
    }

    /** @param door whose {@code /photos/} decides who may see it */
    public static PhotoRef below(String door, Photo photo) {
        String base = door + "/photos/" + photo.id();
        return new PhotoRef(
                photo.id(), photo.purpose(), photo.width(), photo.height(), base + ".jpg", base + "-thumbnail.jpg");
    }
}
