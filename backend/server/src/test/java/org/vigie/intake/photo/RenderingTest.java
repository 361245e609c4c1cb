package org.vigie.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.testing.TestImages;

class RenderingTest {

    /** Where the left half of the stored image (red) is seen once it is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 60, 40, left", "2, 60, 40, right", "3, 60, 40, right", "4, 60, 40, left",
        "5, 40, 60, top", "6, 40, 60, top", "7, 40, 60, bottom", "8, 40, 60, bottom"
    })
    void turnsAPhotoUpright(int orientation, int width, int height, String red) throws IOException {
        Rendering rendering = render(TestImages.phonePhoto(60, 40, 2, 48, orientation));
        assertThat(rendering.width()).isEqualTo(width);
        assertThat(rendering.height()).isEqualTo(height);
        BufferedImage image = read(rendering.jpeg());
        boolean isRedAtStart = isRed(image, 5, 5);
        boolean isRedAtEnd = isRed(image, width - 6, height - 6);
        assertThat(isRedAtStart).isEqualTo(red.equals("left") || red.equals("top"));
        assertThat(isRedAtEnd).isEqualTo(red.equals("right") || red.equals("bottom"));
    }

    @Test
    void keepsNothingOfTheMetadata() throws IOException, ImageProcessingException {
        Rendering rendering = render(TestImages.phonePhoto(600, 400, 2.4869, 48.9002, 6));
        for (byte[] stored : new byte[][] {rendering.jpeg(), rendering.thumbnailJpeg()}) {
            assertThat(StreamSupport.stream(
                                    ImageMetadataReader.readMetadata(new ByteArrayInputStream(stored))
                                            .getDirectories()
                                            .spliterator(),
                                    false)
                            .map(Directory::getName))
                    .isSubsetOf("JPEG", "JFIF", "Huffman", "File Type");
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "xmp", "Tel", "GPS");
        }
    }

    @Test
    void readsPngAndBothKindsOfWebp() throws IOException {
        for (byte[] file :
                new byte[][] {TestImages.image("png", 48, 32), TestImages.lossyWebp(), TestImages.losslessWebp()}) {
            BufferedImage image = read(render(file).jpeg());
            assertThat(image.getWidth()).isEqualTo(48);
            assertThat(isRed(image, 5, 16)).isTrue();
            assertThat(isRed(image, 42, 16)).isFalse();
        }
    }

    @Test
    void shrinksALargePhotoAndNeverEnlargesASmallOne() throws IOException {
        Rendering large = render(TestImages.image("jpeg", 4000, 3000));
        assertThat(large.width()).isEqualTo(2048);
        assertThat(large.height()).isEqualTo(1536);
        assertThat(read(large.thumbnailJpeg()).getWidth()).isEqualTo(320);
        Rendering small = render(TestImages.image("jpeg", 100, 80));
        assertThat(small.width()).isEqualTo(100);
        assertThat(read(small.thumbnailJpeg()).getWidth()).isEqualTo(100);
    }

    @Test
    void readsThirtySixMegapixels() {
        Rendering rendering = render(TestImages.image("jpeg", 7200, 5000));
        assertThat(rendering.width()).isEqualTo(2048);
    }

    @Test
    void putsATransparentImageOnWhite() throws IOException {
        BufferedImage glass = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(glass, "png", png);
        assertThat(read(render(png.toByteArray()).jpeg()).getRGB(25, 25) & 0xffffff)
                .isEqualTo(0xffffff);
    }

    @Test
    void dropsAPageHiddenBehindTheImage() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        byte[] jpeg = TestImages.image("jpeg", 60, 40);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(jpeg);
        both.writeBytes(page);
        assertThat(new String(render(both.toByteArray()).jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script>");
    }

    private static Rendering render(byte[] file) {
        ImageHeader header = ImageHeader.of(file);
        return Rendering.of(
                header,
                ExifFacts.of(header.exif(), java.time.ZoneId.of("Europe/Paris")).orientation());
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) >> 16 & 0xff) > 150 && (image.getRGB(x, y) & 0xff) < 100;
    }
}
