package org.vigie.intake.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the chunks of a WebP file (RFC 9649). */
final class WebpFile {

    private final byte[] file;
    private final ByteBuffer riff;
    private int width;
    private int height;
    private byte[] exif = ImageHeader.NO_EXIF;

    private WebpFile(byte[] file) {
        this.file = file;
        this.riff = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ImageHeader header(byte[] file) {
        WebpFile webp = new WebpFile(file);
        webp.readChunks();
        return new ImageHeader("webp", webp.width, webp.height, webp.exif, file);
    }

    private void readChunks() {
        int at = 12;
        while (at + 8 <= file.length) {
            int length = riff.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8) {
                throw PhotoRefusals.damaged();
            }
            readChunk(ImageHeader.ascii(file, at), at + 8, length);
            at += 8 + length + (length & 1);
        }
    }

    private void readChunk(String type, int at, int length) {
        switch (type) {
            case "VP8X" -> atLeast(1 + unsigned24(at + 4), 1 + unsigned24(at + 7));
            case "VP8 " -> atLeast(riff.getShort(at + 6) & 0x3fff, riff.getShort(at + 8) & 0x3fff);
            case "VP8L" -> {
                int sizes = riff.getInt(at + 1);
                atLeast(1 + (sizes & 0x3fff), 1 + (sizes >>> 14 & 0x3fff));
            }
            case "EXIF" -> exif = ImageHeader.withoutExifMark(Arrays.copyOfRange(file, at, at + length));
            default -> {}
        }
    }

    /** Canvas and frame each state a size; the larger one is what a decoder may have to hold. */
    private void atLeast(int frameWidth, int frameHeight) {
        width = Math.max(width, frameWidth);
        height = Math.max(height, frameHeight);
    }

    private int unsigned24(int at) {
        return (file[at] & 0xff) | (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff) << 16;
    }
}
