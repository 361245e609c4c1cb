package org.vigie.territory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.vigie.access.Refusal;

/** What comes out of a packed file, up to a size no honest one has: a file of a few bytes may unpack to more than any disk holds. */
final class Bounded extends FilterInputStream {

    static final long MOST_BYTES = 4L << 30;

    private final Path path;
    private long left = MOST_BYTES;

    Bounded(InputStream in, Path path) {
        super(in);
        this.path = path;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        take(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        take(Math.max(n, 0));
        return n;
    }

    private void take(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Refusal.invalid("file-swells", path.getFileName(), MOST_BYTES >> 30);
        }
    }
}
