package org.vigie.intake.photo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;

/** Takes a photo in: from bytes of any kind to a stored JPEG of ours, or a reason why not. */
@Component
public class PhotoIntake {

    private static final long MOST_BYTES = PhotoRefusals.MOST_MEGABYTES * 1024L * 1024L;
    /** Each decoded photo may take 100 MB for a moment: two at a time, the others wait. */
    private static final int MOST_AT_A_TIME = 2;

    private static final int SECONDS_TO_WAIT = 20;

    private final PhotoFiles files;
    private final Photos photos;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(MOST_AT_A_TIME, true);

    PhotoIntake(PhotoFiles files, Photos photos, Clock clock) {
        this.files = files;
        this.photos = photos;
        this.clock = clock;
    }

    /** @param isNew false when the same bytes had come before under the same id */
    public record Outcome(StoredPhoto stored, boolean isNew) {}

    /**
     * Receives a photo under an id made by its sender. The same bytes under the same id give the same answer again.
     *
     * @param body is read to its end or to the size limit, and not closed
     * @throws org.vigie.access.Refusal when it is too large, no image we read, damaged, has too many pixels, or when the id stands
     *     for other bytes; nothing is stored then
     */
    public Outcome receive(UUID photoId, InputStream body) throws IOException {
        Path received = files.receive(body, MOST_BYTES);
        try {
            awaitTurn(photoId);
            try {
                return take(photoId, Files.readAllBytes(received));
            } finally {
                turns.release();
            }
        } finally {
            Files.deleteIfExists(received);
        }
    }

    private void awaitTurn(UUID photoId) {
        try {
            if (!turns.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw PhotoRefusals.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while photo " + photoId + " waited to be decoded", e);
        }
    }

    private Outcome take(UUID photoId, byte[] content) {
        ContentName received = ContentName.of(content);
        Optional<StoredPhoto> before = photos.find(photoId);
        if (before.isPresent()) {
            return repeat(before.get(), received);
        }
        ImageHeader header = ImageHeader.of(content);
        ExifFacts facts = ExifFacts.of(header.exif(), CurrentJurisdiction.get().zone());
        Rendering rendering = Rendering.of(header, facts.orientation());
        StoredPhoto stored = new StoredPhoto(
                new Photo(
                        photoId,
                        Optional.empty(),
                        Photo.Purpose.REPORT,
                        rendering.width(),
                        rendering.height(),
                        true,
                        clock.instant()),
                files.store(rendering),
                received,
                facts.position(),
                facts.takenAt());
        if (photos.add(stored)) {
            return new Outcome(stored, true);
        }
        // The same id came in by another connection meanwhile.
        return repeat(photos.find(photoId).orElseThrow(), received);
    }

    private static Outcome repeat(StoredPhoto before, ContentName received) {
        if (!before.received().equals(received)) {
            throw PhotoRefusals.otherBytes();
        }
        return new Outcome(before, false);
    }
}
