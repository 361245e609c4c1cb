package org.vigie.intake.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A photo drawn anew: upright, at most {@value #LONGEST_SIDE} pixels long, on white where it was transparent, as JPEG without any
 * metadata, with its thumbnail.
 */
record Rendering(int width, int height, byte[] jpeg, byte[] thumbnailJpeg) {

    private static final int LONGEST_SIDE = 2048;
    private static final int LONGEST_SIDE_OF_THUMBNAIL = 320;
    private static final float QUALITY = 0.85f;
    /** Above, every second row and column is read: it keeps a decoded photo below about 100 MB. */
    private static final long PIXELS_READ_WHOLE = 20_000_000;

    /** @throws org.vigie.access.Refusal when the image cannot be decoded */
    static Rendering of(ImageHeader header, int orientation) {
        BufferedImage upright = upright(shrunk(decoded(header), LONGEST_SIDE), orientation);
        return new Rendering(
                upright.getWidth(),
                upright.getHeight(),
                encoded(upright),
                encoded(upright(shrunk(upright, LONGEST_SIDE_OF_THUMBNAIL), 1)));
    }

    private static BufferedImage decoded(ImageHeader header) {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(header.format()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(header.decodable()))) {
            reader.setInput(input, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > (long) header.width() * header.height()) {
                throw PhotoRefusals.damaged();
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            if ((long) header.width() * header.height() > PIXELS_READ_WHOLE) {
                parameters.setSourceSubsampling(2, 2, 0, 0);
            }
            return reader.read(0, parameters);
        } catch (IOException | RuntimeException e) {
            // A decoder may throw anything on a file made to break it.
            throw PhotoRefusals.damaged();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage shrunk(BufferedImage image, int longestSide) {
        double scale = (double) longestSide / Math.max(image.getWidth(), image.getHeight());
        if (scale >= 1) {
            return image;
        }
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        try {
            return Thumbnails.of(image).forceSize(width, height).imageType(type).asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        boolean onItsSide = orientation >= 5;
        int width = onItsSide ? image.getHeight() : image.getWidth();
        int height = onItsSide ? image.getWidth() : image.getHeight();
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, turn(orientation, image.getWidth(), image.getHeight()), null);
        pen.dispose();
        return page;
    }

    /** From the pixel where it is stored to where it belongs, for the eight orientations of EXIF. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(jpeg)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
