package org.vigie.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.map.LatestRequests;
import org.vigie.map.RequestQuery;
import org.vigie.opendata.OpenDataTexts;

/** What is new and what was answered, for feed readers: with a filter of the public list, so that a street can be followed. */
@RestController
@CrossOrigin
class FeedController {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=utf-8");
    private static final int ENTRIES = 50;

    private final LatestRequests latest;
    private final OpenDataTexts texts;

    FeedController(LatestRequests latest, OpenDataTexts texts) {
        this.latest = latest;
        this.texts = texts;
    }

    /** A reader that names the tag of what it has is told in one line that nothing is new: Spring compares it. */
    @GetMapping("/{jurisdiction}/open-data/{feed:new|answered}.atom")
    ResponseEntity<byte[]> feed(
            @PathVariable String feed,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Locale locale) {
        RequestQuery asked = Selection.of(query);
        RequestQuery wanted =
                new RequestQuery(asked.filter(), asked.within(), asked.text(), asked.sort(), ENTRIES, asked.after());
        List<LatestRequests.Latest> entries =
                latest.list(wanted, feed.equals("new") ? LatestRequests.By.RECEIVED : LatestRequests.By.SETTLED);
        String town = CurrentJurisdiction.get().name();
        byte[] body = new Feed(
                        ServletUriComponentsBuilder.fromRequest(request).build().toUriString(),
                        Addresses.of(request).town(),
                        town,
                        texts.say(locale, "feed." + feed, town),
                        locale)
                .write(entries)
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept-Language")
                .eTag("\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .body(body);
    }
}
