package org.vigie.intake.photo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Role;
import org.vigie.access.SignedIn;

/**
 * Decides who sees which photo. Not yet attached: whoever knows its id. Attached: staff, whoever has the
 * request's tracking link, and everybody once the published map shows it.
 */
@Component
public class PublishedPhotos {

    private final Photos photos;
    private final PhotoFiles files;
    private final JdbcClient published;
    private final TransactionTemplate reading;

    PublishedPhotos(
            Photos photos,
            PhotoFiles files,
            @Qualifier("mapReader") JdbcClient published,
            @Qualifier("mapReader") TransactionTemplate reading) {
        this.photos = photos;
        this.files = files;
        this.published = published;
        this.reading = reading;
    }

    /** Which of the two files of a photo. */
    public enum Size {
        WHOLE,
        THUMBNAIL
    }

    /**
     * @param tag changes with what is in the file
     * @param isPublic whether anybody may see it, so that it may be kept by shared caches
     */
    public record Visible(Path file, String tag, boolean isPublic) {}

    /** A photo that this viewer may see; empty when there is none or it is not for them. */
    public Optional<Visible> find(UUID photoId, Size size) {
        return photos.find(photoId).flatMap(stored -> {
            boolean isPublic = isPublished(photoId);
            boolean isVisible = isPublic || stored.photo().requestId().isEmpty() || isStaff();
            return isVisible ? visible(stored, size, isPublic) : Optional.empty();
        });
    }

    /** A photo of that request, for somebody who may see all of it; empty when there is none. */
    public Optional<Visible> findOfRequest(UUID requestId, UUID photoId, Size size) {
        return photos.find(photoId)
                .filter(stored -> stored.photo().requestId().equals(Optional.of(requestId)))
                .flatMap(stored -> visible(stored, size, false));
    }

    private Optional<Visible> visible(StoredPhoto stored, Size size, boolean isPublic) {
        Visible visible = size == Size.WHOLE
                ? new Visible(files.image(stored.file()), stored.file().sha256(), isPublic)
                : new Visible(files.thumbnail(stored.file()), stored.file().sha256() + "-thumbnail", isPublic);
        return Optional.of(visible).filter(photo -> Files.isRegularFile(photo.file()));
    }

    private static boolean isStaff() {
        return SignedIn.find().filter(account -> account.role() != Role.CITIZEN).isPresent();
    }

    private boolean isPublished(UUID photoId) {
        return Boolean.TRUE.equals(reading.execute(transaction -> published
                .sql("select exists (select 1 from map.request_photo where photo_id = :photo)")
                .param("photo", photoId)
                .query(Boolean.class)
                .single()));
    }
}
