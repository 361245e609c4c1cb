package org.vigie.download.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.download.DownloadFormat;
import org.vigie.download.DownloadSettings;
import org.vigie.download.DownloadTable;
import org.vigie.download.RowWriter;
import org.vigie.download.RowWriters;

/** Answers with a list as a file. */
@Component
@EnableConfigurationProperties(DownloadSettings.class)
public class Downloads {

    /** For whom a list is; the one kind never waits for the other. */
    public enum Audience {
        PUBLIC,
        STAFF
    }

    /** @param rows hands every row to its taker, from a cursor; whatever the taker throws ends it */
    public record Download(
            Audience audience,
            DownloadFormat format,
            DownloadTable table,
            Consumer<Consumer<DownloadTable.Row>> rows) {}

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final DownloadSettings settings;
    private final Map<Audience, Semaphore> running;

    Downloads(DownloadSettings settings) {
        this.settings = settings;
        this.running = Map.of(
                Audience.PUBLIC, new Semaphore(settings.atOnce()), Audience.STAFF, new Semaphore(settings.atOnce()));
    }

    /** @throws Refusal when as many run as may; nothing has been sent then */
    public void answer(Download download, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Semaphore slots = running.get(download.audience());
        if (slots == null || !slots.tryAcquire()) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "too-many-downloads", 1);
        }
        try {
            if (request.getMethod().equals("HEAD")) {
                headers(download, response);
            } else if (download.format().isSentAsRead()) {
                sendAsRead(download, response);
            } else {
                sendWhole(download, response);
            }
        } finally {
            slots.release();
        }
    }

    private static void headers(Download download, HttpServletResponse response) {
        response.setContentType(download.format().mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s.%s\""
                        .formatted(
                                CurrentJurisdiction.get().code(),
                                download.table().name(),
                                download.format().ending()));
    }

    /** Nothing is closed: a failure must reach the container, which then cuts the connection instead of ending the answer. */
    private void sendAsRead(Download download, HttpServletResponse response) throws CloseNowException {
        headers(download, response);
        try {
            OutputStream out = new PacedOutput(response.getOutputStream(), settings);
            write(download, RowWriters.asRead(download.format(), download.table(), out));
        } catch (PacedOutput.CutOff late) {
            throw cutOff(download, late);
        } catch (IOException gone) {
            // Nobody reads any more, and the container has broken off the answer.
        }
    }

    private void sendWhole(Download download, HttpServletResponse response) throws IOException {
        Path directory = Files.createTempDirectory("vigie-download-");
        try {
            Path file = directory.resolve("list." + download.format().ending());
            write(
                    download,
                    RowWriters.into(
                            file,
                            download.format(),
                            download.table(),
                            CurrentJurisdiction.get().zone()));
            headers(download, response);
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, new PacedOutput(response.getOutputStream(), settings));
        } catch (PacedOutput.CutOff late) {
            throw cutOff(download, late);
        } finally {
            FileSystemUtils.deleteRecursively(directory.toFile());
        }
    }

    /** @return what the container takes as an order to break the connection off, without a word of its own in the log */
    private static CloseNowException cutOff(Download download, PacedOutput.CutOff late) {
        LOG.info(
                "the download {}.{} of {} was cut off: {}",
                download.table().name(),
                download.format().ending(),
                CurrentJurisdiction.get().code(),
                late.getMessage());
        return new CloseNowException(late.getMessage(), late);
    }

    private void write(Download download, RowWriter writer) throws IOException {
        long begun = System.nanoTime();
        try {
            download.rows().accept(row -> {
                try {
                    if (System.nanoTime() - begun > settings.longest().toNanos()) {
                        throw new PacedOutput.CutOff("it took longer than " + settings.longest());
                    }
                    writer.row(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.end();
    }
}
