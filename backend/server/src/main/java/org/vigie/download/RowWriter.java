package org.vigie.download;

import java.io.IOException;

/** Writes a list row by row. What is not ended is no whole file: nothing but {@link #end} may complete it. */
public interface RowWriter {

    void row(DownloadTable.Row row) throws IOException;

    /** After the last row. */
    void end() throws IOException;
}
