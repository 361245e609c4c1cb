package org.vigie.map.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.access.Refusal;

/** The pages of each jurisdiction, and the list of those that are here. */
@RestController
@Hidden
class PageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");

    private final JurisdictionDirectory directory;

    PageController(JurisdictionDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/")
    ResponseEntity<String> start() {
        List<Jurisdiction> all = directory.list();
        return all.size() == 1
                ? goTo("/" + all.get(0).code() + "/", HttpStatus.FOUND)
                : ResponseEntity.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.noCache())
                        .body(list(all));
    }

    @GetMapping("/{jurisdiction:[a-z0-9-]+}")
    ResponseEntity<String> withoutSlash(HttpServletRequest request) {
        String query = request.getQueryString();
        return goTo(request.getRequestURI() + "/" + (query == null ? "" : "?" + query), HttpStatus.PERMANENT_REDIRECT);
    }

    @GetMapping({
        "/{jurisdiction:[a-z0-9-]+}/",
        "/{jurisdiction:[a-z0-9-]+}/track/{token}",
        "/{jurisdiction:[a-z0-9-]+}/watch/{token}",
        "/{jurisdiction:[a-z0-9-]+}/reopen/{token}"
    })
    ResponseEntity<Resource> publicPage() {
        return page("index.html");
    }

    /** The only one that pages of others may show in a frame. */
    @GetMapping("/{jurisdiction:[a-z0-9-]+}/embed")
    ResponseEntity<Resource> embed() {
        return page("embed.html");
    }

    @GetMapping("/{jurisdiction:[a-z0-9-]+}/desk")
    ResponseEntity<Resource> desk() {
        return page("desk.html");
    }

    @GetMapping("/{jurisdiction:[a-z0-9-]+}/field")
    ResponseEntity<Resource> field() {
        return page("field.html");
    }

    /** Below the jurisdiction, so that the installed page starts there: the addresses in it are relative. */
    @GetMapping("/{jurisdiction:[a-z0-9-]+}/field.webmanifest")
    ResponseEntity<Resource> fieldManifest() {
        return file("field.webmanifest", MANIFEST);
    }

    private static ResponseEntity<Resource> page(String file) {
        return file(file, HTML);
    }

    private static ResponseEntity<Resource> file(String file, MediaType type) {
        Resource page = new ClassPathResource("static/" + file);
        if (!page.exists()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "page-not-built", file);
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(page);
    }

    private static <T extends @Nullable Object> ResponseEntity<T> goTo(String address, HttpStatus status) {
        return ResponseEntity.status(status).location(URI.create(address)).build();
    }

    private static String list(List<Jurisdiction> all) {
        String items = all.stream()
                .map(one -> "<li><a href=\"/%s/\">%s</a></li>".formatted(one.code(), HtmlUtils.htmlEscape(one.name())))
                .collect(Collectors.joining("\n"));
        String content =
                items.isEmpty() ? "<p>Aucune commune n’est encore ouverte ici.</p>" : "<ul>\n" + items + "\n</ul>";
        return """
                <!doctype html>
                <html lang="fr">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Vigie : choisir sa commune</title>
                </head>
                <body>
                <main>
                <h1>Choisissez votre commune</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(content);
    }
}
