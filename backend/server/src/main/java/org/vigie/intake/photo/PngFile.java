package org.vigie.intake.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/** Reads the chunks of a PNG file (ISO/IEC 15948). */
final class PngFile {

    /** Other chunks are metadata, some of them packed so that a small file unpacks to gigabytes: they never reach the decoder. */
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private static final int SIGNATURE_LENGTH = 8;
    /** Length, type and checksum. */
    private static final int CHUNK_FRAME = 12;

    private PngFile() {}

    static ImageHeader header(byte[] file) {
        ByteBuffer png = ByteBuffer.wrap(file);
        if (!ImageHeader.ascii(file, SIGNATURE_LENGTH + 4).equals("IHDR")) {
            throw PhotoRefusals.damaged();
        }
        int width = png.getInt(SIGNATURE_LENGTH + 8);
        int height = png.getInt(SIGNATURE_LENGTH + 12);
        ByteArrayOutputStream picture = new ByteArrayOutputStream(file.length);
        picture.write(file, 0, SIGNATURE_LENGTH);
        byte[] exif = ImageHeader.NO_EXIF;
        int at = SIGNATURE_LENGTH;
        String type = "";
        while (!type.equals("IEND")) {
            int length = at + CHUNK_FRAME <= file.length ? png.getInt(at) : -1;
            type = ImageHeader.ascii(file, at + 4);
            if (length < 0 || length > file.length - at - CHUNK_FRAME) {
                // The size is judged first: a header that claims 50,000 × 50,000 pixels is too large, not just cut.
                return new ImageHeader("png", width, height, exif, ImageHeader.NO_EXIF);
            }
            if (PICTURE.contains(type)) {
                picture.write(file, at, length + CHUNK_FRAME);
            } else if (type.equals("eXIf")) {
                exif = ImageHeader.withoutExifMark(Arrays.copyOfRange(file, at + 8, at + 8 + length));
            }
            at += length + CHUNK_FRAME;
        }
        return new ImageHeader("png", width, height, exif, picture.toByteArray());
    }
}
