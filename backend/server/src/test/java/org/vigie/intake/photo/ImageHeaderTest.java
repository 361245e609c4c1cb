package org.vigie.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.TestImages;

class ImageHeaderTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void tellsTypeAndSizeByTheContent() {
        assertThat(ImageHeader.of(TestImages.image("jpeg", 40, 30)))
                .matches(header -> header.format().equals("jpeg") && header.width() == 40 && header.height() == 30);
        assertThat(ImageHeader.of(TestImages.image("png", 40, 30)))
                .matches(header -> header.format().equals("png") && header.width() == 40 && header.height() == 30);
        assertThat(ImageHeader.of(TestImages.lossyWebp()))
                .matches(header -> header.format().equals("webp") && header.width() == 48 && header.height() == 32);
        assertThat(ImageHeader.of(TestImages.losslessWebp()))
                .matches(header -> header.format().equals("webp") && header.width() == 48 && header.height() == 32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<html><body>hello</body></html>",
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "GIF89a\1\0\1\0",
                "%PDF-1.7",
                "PK\3\4",
                "RIFF____AVI LIST"
            })
    void refusesWhatIsNoPhoto(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), "photo-type-unknown");
    }

    @Test
    void namesHeicSoThatTheSenderKnowsWhatToDo() {
        assertRefused("\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1), "photo-heic");
    }

    @Test
    void refusesTooManyPixelsWithoutDecoding() {
        assertRefused(TestImages.pngHeader(50_000, 50_000), "photo-too-many-pixels");
        assertRefused(TestImages.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE), "photo-too-many-pixels");
        assertRefused(TestImages.pngHeader(-1, 10), "photo-damaged");
    }

    @Test
    void refusesAJpegThatWasCut() {
        byte[] photo = TestImages.image("jpeg", 400, 300);
        assertRefused(Arrays.copyOf(photo, photo.length / 2), "photo-damaged");
        assertRefused(Arrays.copyOf(photo, 10), "photo-damaged");
    }

    @Test
    void keepsPackedTextOfAPngAwayFromTheDecoder() {
        byte[] png = TestImages.image("png", 40, 30);
        byte[] withText = new byte[png.length + 12 + 9];
        System.arraycopy(png, 0, withText, 0, 33);
        byte[] chunk = "\0\0\0\11zTXtkey\0\0packXXXX".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(chunk, 0, withText, 33, chunk.length);
        System.arraycopy(png, 33, withText, 33 + chunk.length, png.length - 33);
        assertThat(ImageHeader.of(withText).decodable()).isEqualTo(png);
    }

    @Test
    void readsPositionTimeAndOrientation() {
        ExifFacts facts = facts(TestImages.phonePhoto(40, 30, 2.4869, 48.9002, 6));
        Wgs84Point position = facts.position().orElseThrow();
        assertThat(position.longitudeDegrees()).isCloseTo(2.4869, within(1e-6));
        assertThat(position.latitudeDegrees()).isCloseTo(48.9002, within(1e-6));
        assertThat(facts.takenAt()).contains(Instant.parse("2026-11-20T08:15:00Z"));
        assertThat(facts.orientation()).isEqualTo(6);
    }

    @Test
    void readsSouthAndWest() {
        Wgs84Point position = facts(TestImages.phonePhoto(40, 30, -7.5898, -33.5731, 1))
                .position()
                .orElseThrow();
        assertThat(position.longitudeDegrees()).isNegative();
        assertThat(position.latitudeDegrees()).isNegative();
    }

    @Test
    void proposesNoPositionWhereThereWasNoFix() {
        assertThat(facts(TestImages.phonePhoto(40, 30, 0, 0, 1)).position()).isEmpty();
        assertThat(facts(TestImages.phonePhoto(40, 30, 200, 95, 1)).position()).isEmpty();
        assertThat(facts(TestImages.image("jpeg", 40, 30))).isEqualTo(ExifFacts.NONE);
    }

    @Test
    void neverFailsOtherThanWithARefusal() {
        Random random = new Random(20261122);
        byte[][] seeds = {
            TestImages.phonePhoto(60, 40, 2, 48, 6),
            TestImages.image("png", 60, 40),
            TestImages.lossyWebp(),
            TestImages.losslessWebp()
        };
        int read = 0;
        for (int round = 0; round < 600; round++) {
            byte[] broken = seeds[round % seeds.length].clone();
            for (int i = 0; i < 1 + round % 8; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            if (round % 3 == 0) {
                broken = Arrays.copyOf(broken, random.nextInt(broken.length));
            }
            read += isRead(broken) ? 1 : 0;
        }
        assertThat(read).isBetween(50, 600);
    }

    private static boolean isRead(byte[] file) {
        try {
            ImageHeader header = ImageHeader.of(file);
            Rendering.of(header, ExifFacts.of(header.exif(), PARIS).orientation());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static ExifFacts facts(byte[] photo) {
        return ExifFacts.of(ImageHeader.of(photo).exif(), PARIS);
    }

    private static void assertRefused(byte[] file, String name) {
        assertThatThrownBy(() -> Rendering.of(ImageHeader.of(file), 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo(name));
    }
}
