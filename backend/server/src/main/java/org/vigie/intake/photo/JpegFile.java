package org.vigie.intake.photo;

import java.util.Arrays;

/** Reads the segments of a JPEG file (ITU-T T.81, annex B) up to its first scan. */
final class JpegFile {

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;

    private final byte[] file;
    private int width;
    private int height;
    private byte[] exif = ImageHeader.NO_EXIF;

    private JpegFile(byte[] file) {
        this.file = file;
    }

    static ImageHeader header(byte[] file) {
        JpegFile jpeg = new JpegFile(file);
        int scan = jpeg.readSegments();
        jpeg.requireEnd(scan);
        return new ImageHeader("jpeg", jpeg.width, jpeg.height, jpeg.exif, file);
    }

    /** @return where the first scan begins */
    private int readSegments() {
        int at = 2;
        while (true) {
            if (unsigned(at) != 0xff) {
                throw PhotoRefusals.damaged();
            }
            int marker = unsigned(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (standsAlone(marker)) {
                at += 2;
            } else if (marker == END_OF_IMAGE) {
                throw PhotoRefusals.damaged();
            } else if (marker == START_OF_SCAN) {
                return at;
            } else {
                at = readSegment(marker, at + 2);
            }
        }
    }

    private int readSegment(int marker, int at) {
        int end = at + Math.max(2, unsigned16(at));
        if (isFrame(marker) && width == 0) {
            height = unsigned16(at + 3);
            width = unsigned16(at + 5);
        } else if (marker == APP1
                && exif.length == 0
                && ImageHeader.ascii(file, at + 2).equals("Exif")) {
            exif = ImageHeader.withoutExifMark(Arrays.copyOfRange(file, at + 2, Math.min(end, file.length)));
        }
        return end;
    }

    /** A decoder fills what is missing with grey and says nothing: a cut file is told by its missing end. */
    private void requireEnd(int scan) {
        for (int at = file.length - 2; at > scan; at--) {
            if (unsigned(at) == 0xff && unsigned(at + 1) == END_OF_IMAGE) {
                return;
            }
        }
        throw PhotoRefusals.damaged();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    private int unsigned(int at) {
        return file[at] & 0xff;
    }

    private int unsigned16(int at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }
}
