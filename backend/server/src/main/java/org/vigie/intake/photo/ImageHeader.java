package org.vigie.intake.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * What an image file says of itself before anything is decoded.
 *
 * @param format as {@link javax.imageio.ImageIO} calls it
 * @param width in pixels, as stored (before EXIF orientation)
 * @param height in pixels, as stored
 * @param exif the TIFF structure of its EXIF block; empty when it has none
 * @param decodable the bytes to decode: without blocks that only carry metadata, where the decoder would unpack them
 */
record ImageHeader(String format, int width, int height, byte[] exif, byte[] decodable) {

    static final byte[] NO_EXIF = {};
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /** @throws org.vigie.access.Refusal when the bytes are no JPEG, PNG or WebP, are damaged, or have too many pixels */
    static ImageHeader of(byte[] file) {
        ImageHeader header = read(file);
        if (header.width <= 0 || header.height <= 0) {
            throw PhotoRefusals.damaged();
        }
        if ((long) header.width * header.height > PhotoRefusals.MOST_MEGAPIXELS * 1_000_000L) {
            throw PhotoRefusals.tooManyPixels(header.width, header.height);
        }
        return header;
    }

    private static ImageHeader read(byte[] file) {
        try {
            if (startsWith(file, JPEG_SIGNATURE)) {
                return JpegFile.header(file);
            }
            if (startsWith(file, PNG_SIGNATURE)) {
                return PngFile.header(file);
            }
            if (ascii(file, 0).equals("RIFF") && ascii(file, 8).equals("WEBP")) {
                return WebpFile.header(file);
            }
        } catch (IndexOutOfBoundsException e) {
            // A length in the file points past its end.
            throw PhotoRefusals.damaged();
        }
        if (ascii(file, 4).equals("ftyp") && HEIC_BRANDS.contains(ascii(file, 8))) {
            throw PhotoRefusals.heic();
        }
        throw PhotoRefusals.notAnImage();
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    /** Four characters; empty past the end. */
    static String ascii(byte[] file, int offset) {
        return offset < 0 || offset + 4 > file.length ? "" : new String(file, offset, 4, StandardCharsets.US_ASCII);
    }

    static byte[] withoutExifMark(byte[] block) {
        byte[] mark = {'E', 'x', 'i', 'f', 0, 0};
        return startsWith(block, mark) ? Arrays.copyOfRange(block, mark.length, block.length) : block;
    }
}
