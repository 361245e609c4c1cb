package org.vigie.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestImages;
import org.vigie.testing.TestJurisdictions;

@ServiceTest
class PhotoSweepTest {

    @Autowired
    TestJurisdictions jurisdictions;

    @Autowired
    PhotoIntake intake;

    @Autowired
    PhotoSweep sweep;

    @Autowired
    PhotoFiles files;

    @Autowired
    Photos photos;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void whatNobodyAttachedWithinADayGoesWithItsFilesAndTheRestStays() throws Exception {
        Jurisdiction here = jurisdictions.square();
        CurrentJurisdiction.callInside(here, () -> {
            StoredPhoto old = received(300);
            StoredPhoto fresh = received(310);
            makeOlder(old, Duration.ofHours(25));
            sweep.sweepAll();
            assertThat(photos.find(old.photo().id())).isEmpty();
            assertThat(files.image(old.file())).doesNotExist();
            assertThat(files.thumbnail(old.file())).doesNotExist();
            assertThat(photos.find(fresh.photo().id())).isPresent();
            assertThat(files.image(fresh.file())).exists();
            assertThat(files.thumbnail(fresh.file())).exists();
            return true;
        });
    }

    @Test
    void aFileThatAnotherPhotoNeedsStays() throws Exception {
        Jurisdiction here = jurisdictions.square();
        CurrentJurisdiction.callInside(here, () -> {
            StoredPhoto old = received(320);
            StoredPhoto same = received(320);
            makeOlder(old, Duration.ofHours(25));
            sweep.sweepAll();
            assertThat(photos.find(old.photo().id())).isEmpty();
            assertThat(photos.find(same.photo().id())).isPresent();
            assertThat(files.image(same.file())).exists();
            return true;
        });
    }

    private StoredPhoto received(int width) throws IOException {
        UUID id = Ids.next();
        return intake.receive(id, new ByteArrayInputStream(TestImages.image("jpeg", width, 200)))
                .stored();
    }

    private void makeOlder(StoredPhoto photo, Duration age) throws IOException {
        Instant then = clock.instant().minus(age);
        transaction.executeWithoutResult(
                status -> jdbc.sql("update intake.photo set received_at = :then where photo_id = :id")
                        .param("then", then.atOffset(java.time.ZoneOffset.UTC))
                        .param("id", photo.photo().id())
                        .update());
        for (Path file : new Path[] {files.image(photo.file()), files.thumbnail(photo.file())}) {
            Files.setLastModifiedTime(file, FileTime.from(then));
        }
    }
}
