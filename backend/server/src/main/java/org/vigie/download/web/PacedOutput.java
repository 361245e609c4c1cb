package org.vigie.download.web;

import java.io.IOException;
import java.io.OutputStream;
import org.vigie.download.DownloadSettings;

/**
 * A file on its way to its reader, who is cut off when they take too little while they are waited for, or have taken too long. What the
 * database takes is nobody's slowness and is not counted.
 */
final class PacedOutput extends OutputStream {

    /** Says what its reader did, for the log. */
    static final class CutOff extends IOException {
        CutOff(String why) {
            super(why);
        }
    }

    private final OutputStream out;
    private final DownloadSettings settings;
    private final long begunNanos = System.nanoTime();
    private long waitedNanos;
    private long takenBytes;

    PacedOutput(OutputStream out, DownloadSettings settings) {
        this.out = out;
        this.settings = settings;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        long before = System.nanoTime();
        out.write(bytes, from, length);
        long now = System.nanoTime();
        waitedNanos += now - before;
        takenBytes += length;
        if (now - begunNanos > settings.longest().toNanos()) {
            throw new CutOff("it took longer than " + settings.longest());
        }
        if (waitedNanos > settings.patience().toNanos()) {
            judge();
        }
    }

    private void judge() throws CutOff {
        if (takenBytes < settings.leastTaken().toBytes()) {
            throw new CutOff("its reader took %d bytes in %.0f s".formatted(takenBytes, waitedNanos / 1e9));
        }
        waitedNanos = 0;
        takenBytes = 0;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
