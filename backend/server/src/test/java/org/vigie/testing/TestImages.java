package org.vigie.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images made for tests, with the metadata that phones write. */
public final class TestImages {

    private static final short ASCII = 2;
    private static final short SHORT = 3;
    private static final short LONG = 4;
    private static final short RATIONAL = 5;

    private TestImages() {}

    /** Left half red, right half blue. */
    public static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** 48 × 32, left half red, right half blue. */
    public static byte[] lossyWebp() {
        return Base64.getDecoder()
                .decode(
                        "UklGRmAAAABXRUJQVlA4IFQAAABwBACdASowACAAPm0skkWkIqGYBABABsSgDCucD+AfgBpgPwA/WYA/qOpKgAD+8Jq4ieFv2uEw"
                                + "AzhC//ID/xv//rBV0vX/XgX4LBNPvj8wTNgAAAA=");
    }

    /** 48 × 32, left half red, right half blue. */
    public static byte[] losslessWebp() {
        return Base64.getDecoder().decode("UklGRiYAAABXRUJQVlA4TBoAAAAvL8AHAA8Q87//8x8OxILJ/KUz6I7of1Q4Bw==");
    }

    /** A JPEG as a phone writes it: EXIF with position, orientation, time and maker, then XMP with the position again. */
    public static byte[] phonePhoto(int width, int height, double longitude, double latitude, int orientation) {
        byte[] jpeg = image("jpeg", width, height);
        byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><exif:GPSLatitude>" + latitude
                        + "</exif:GPSLatitude></x:xmpmeta>")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 2);
        photo.writeBytes(app1(exif(longitude, latitude, orientation)));
        photo.writeBytes(app1(xmp));
        photo.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }

    /** A PNG whose header claims a size and that ends there. */
    public static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] app1(byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put(new byte[] {(byte) 0xff, (byte) 0xe1})
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] exif(double longitude, double latitude, int orientation) {
        // TIFF, big-endian: IFD0 at 8, EXIF directory at 100, GPS directory at 160, values from 260.
        ByteBuffer tiff = ByteBuffer.allocate(400);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 0x010f, ASCII, 4).put(new byte[] {'T', 'e', 'l', 0});
        entry(tiff, 0x0112, SHORT, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x8769, LONG, 1).putInt(100);
        entry(tiff, 0x8825, LONG, 1).putInt(160);
        tiff.position(100);
        tiff.putShort((short) 2);
        entry(tiff, 0x9003, ASCII, 20).putInt(320);
        entry(tiff, 0x9011, ASCII, 7).putInt(345);
        tiff.position(160);
        tiff.putShort((short) 4);
        entry(tiff, 1, ASCII, 2).put(new byte[] {(byte) (latitude < 0 ? 'S' : 'N'), 0, 0, 0});
        entry(tiff, 2, RATIONAL, 3).putInt(260);
        entry(tiff, 3, ASCII, 2).put(new byte[] {(byte) (longitude < 0 ? 'W' : 'E'), 0, 0, 0});
        entry(tiff, 4, RATIONAL, 3).putInt(284);
        tiff.position(260);
        sexagesimal(tiff, Math.abs(latitude));
        sexagesimal(tiff, Math.abs(longitude));
        tiff.position(320).put("2026:11:20 09:15:00\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(345).put("+01:00\0".getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(tiff.capacity() + 6)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
                .put(tiff.array())
                .array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, short type, int count) {
        return tiff.putShort((short) tag).putShort(type).putInt(count);
    }

    private static void sexagesimal(ByteBuffer tiff, double degrees) {
        int whole = (int) degrees;
        int minutes = (int) ((degrees - whole) * 60);
        long seconds = Math.round((degrees - whole - minutes / 60.0) * 3600 * 10_000);
        tiff.putInt(whole)
                .putInt(1)
                .putInt(minutes)
                .putInt(1)
                .putInt((int) seconds)
                .putInt(10_000);
    }
}
