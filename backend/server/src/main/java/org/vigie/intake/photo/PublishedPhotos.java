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
 * Decides who sees which photo. Not yet attached: whoever knows its id. Attached: staff, and everybody once the published map shows it.
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

    /** @param isPublic whether anybody may see it, so that it may be kept by shared caches */
    public record Visible(Path file, ContentName name, boolean isPublic) {}

    /** A photo that this viewer may see; empty when there is none or it is not for them. */
    public Optional<Visible> find(UUID photoId, Size size) {
        return photos.find(photoId).flatMap(stored -> {
            boolean isPublic = isPublished(photoId);
            boolean isVisible = isPublic || stored.photo().requestId().isEmpty() || isStaff();
            Path file = size == Size.WHOLE ? files.image(stored.file()) : files.thumbnail(stored.file());
            return isVisible && Files.isRegularFile(file)
                    ? Optional.of(new Visible(file, stored.file(), isPublic))
                    : Optional.empty();
        });
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
