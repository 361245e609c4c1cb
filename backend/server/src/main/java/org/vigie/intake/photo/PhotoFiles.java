package org.vigie.intake.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;

/**
 * The photos as files: {@code photos/<jurisdiction>/ab/cd/abcd….jpg}, with the thumbnail beside it. A file is complete and on disk
 * before it has its name.
 */
@Component
@EnableConfigurationProperties(FilesSettings.class)
class PhotoFiles {

    private static final String IMAGE = ".jpg";
    private static final String THUMBNAIL = "-thumbnail.jpg";
    private static final int SHA256_DIGITS = 64;

    private final Path photos;
    private final Path incoming;
    private final Clock clock;

    PhotoFiles(FilesSettings settings, Clock clock) {
        this.photos = settings.directory().toAbsolutePath().resolve("photos");
        this.incoming = settings.directory().toAbsolutePath().resolve("incoming");
        this.clock = clock;
    }

    /**
     * Writes at most {@code mostBytes} of a stream into a new file, which the caller removes.
     *
     * @throws org.vigie.access.Refusal when there is more
     */
    Path receive(InputStream body, long mostBytes) throws IOException {
        Files.createDirectories(incoming);
        Path file = Files.createTempFile(incoming, "photo-", ".part");
        try (var output = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long received = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                received += read;
                if (received > mostBytes) {
                    throw PhotoRefusals.tooLarge();
                }
                output.write(buffer, 0, read);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    ContentName store(Rendering rendering) {
        ContentName name = ContentName.of(rendering.jpeg());
        try {
            put(thumbnail(name), rendering.thumbnailJpeg());
            put(image(name), rendering.jpeg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    Path image(ContentName name) {
        return folder(name).resolve(name.sha256() + IMAGE);
    }

    Path thumbnail(ContentName name) {
        return folder(name).resolve(name.sha256() + THUMBNAIL);
    }

    /** Removes files of the open jurisdiction that were last stored before a time and that are not among those to keep. */
    int removeOthers(Set<ContentName> keep, Instant storedBefore) {
        Path own = photos.resolve(jurisdiction().toString());
        return Files.isDirectory(own) ? removeFrom(own, keep, storedBefore) : 0;
    }

    /** Removes what an upload left behind that was cut off by a crash. */
    int removeUnfinished(Instant startedBefore) {
        return Files.isDirectory(incoming) ? removeFrom(incoming, Set.of(), startedBefore) : 0;
    }

    private static int removeFrom(Path directory, Set<ContentName> keep, Instant before) {
        try (Stream<Path> files = Files.walk(directory)) {
            int removed = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                boolean kept = isOneOf(keep, file.getFileName().toString());
                if (!kept && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                    removed++;
                }
            }
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOneOf(Set<ContentName> keep, String fileName) {
        return fileName.length() > SHA256_DIGITS
                && fileName.endsWith(IMAGE)
                && keep.contains(new ContentName(fileName.substring(0, SHA256_DIGITS)));
    }

    private Path folder(ContentName name) {
        return photos.resolve(jurisdiction().toString())
                .resolve(name.sha256().substring(0, 2))
                .resolve(name.sha256().substring(2, 4));
    }

    private static UUID jurisdiction() {
        return CurrentJurisdiction.get().id();
    }

    private void put(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            // Stored again just now: the sweeper must not take it for an old orphan before its row is written.
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return;
        }
        Path folder = Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(folder, "photo-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The new name itself must survive a crash too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
