package org.vigie.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.dispatch.DeskFilter;
import org.vigie.dispatch.DeskRows;
import org.vigie.dispatch.transmission.Inboxes;
import org.vigie.download.DownloadFormat;
import org.vigie.download.web.Downloads;

/** The queue, whole, as a file: with the filter that is on the screen. */
@RestController
class DeskDownloadController {

    private final DeskRows rows;
    private final Inboxes inboxes;
    private final Downloads downloads;

    DeskDownloadController(DeskRows rows, Inboxes inboxes, Downloads downloads) {
        this.rows = rows;
        this.inboxes = inboxes;
        this.downloads = downloads;
    }

    @GetMapping("/{jurisdiction}/api/desk/requests.{type:" + DownloadFormat.ENDINGS + "}")
    void download(@PathVariable String type, QueueQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DeskFilter filter = query.toFilter(inboxes);
        downloads.answer(
                new Downloads.Download(
                        Downloads.Audience.STAFF,
                        DownloadFormat.ofEnding(type),
                        DeskRows.TABLE,
                        taker -> rows.each(filter, taker)),
                request,
                response);
    }
}
