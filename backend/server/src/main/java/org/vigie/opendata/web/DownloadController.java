package org.vigie.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.download.DownloadFormat;
import org.vigie.download.web.Downloads;
import org.vigie.map.PublishedRequestRows;
import org.vigie.map.RequestQuery;

/** The published requests as files: all of them, or what a filter of the public page lets through. */
@RestController
@CrossOrigin
class DownloadController {

    private final PublishedRequestRows rows;
    private final Downloads downloads;

    DownloadController(PublishedRequestRows rows, Downloads downloads) {
        this.rows = rows;
        this.downloads = downloads;
    }

    @GetMapping("/{jurisdiction}/open-data/requests.{type:" + DownloadFormat.ENDINGS + "}")
    void download(
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RequestQuery wanted = Selection.of(query);
        downloads.answer(
                new Downloads.Download(
                        Downloads.Audience.PUBLIC,
                        DownloadFormat.ofEnding(type),
                        PublishedRequestRows.TABLE,
                        taker -> rows.each(wanted, taker)),
                request,
                response);
    }
}
