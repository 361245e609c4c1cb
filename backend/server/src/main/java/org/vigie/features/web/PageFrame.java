package org.vigie.features.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.util.HtmlUtils;

/** What every page that the service draws has around its content: no script, and the one style below. */
@NamedInterface("page")
public final class PageFrame {

    /** The colours are those of {@code web-map/src/ui/tokens.css}. */
    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#f4f1ea;--surface:#fff;--line:#e4dfd5;--ink:#17212e;--ink-2:#465163;--link:#0b4f8f;
            --focus:#0b63b0;--brand:#14304f;--b-ground:#f2efe9;--b-green:#d6e6c8;--b-water:#bfdcea;--b-street:#fff;--b-case:#d5ccbe;--shape:#0072b2}
            @media(prefers-color-scheme:dark){:root{--paper:#0c1218;--surface:#131b24;--line:#263442;--ink:#e9eef4;--ink-2:#b6c1ce;--link:#9fcbf2;
            --focus:#7cc0ff;--brand:#131b24;--b-ground:#10171e;--b-green:#16281f;--b-water:#0d2a3d;--b-street:#2c3947;--b-case:#0d141a;--shape:#56b4e9}}
            *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
            font:1rem/1.45 'IBM Plex Sans',Inter,system-ui,sans-serif}
            header{background:var(--brand);color:#fff;padding:12px 24px}header a{color:#fff}nav ol{list-style:none;display:flex;flex-wrap:wrap;
            gap:4px 12px;margin:0;padding:0}nav li+li::before{content:'/';margin-right:12px;opacity:.6}
            main{max-width:75rem;margin:0 auto;padding:24px}h1{font-size:1.75rem;line-height:1.2;margin:0 0 8px}h2{font-size:1.125rem;margin:24px 0 8px}
            a{color:var(--link)}a:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
            p{max-width:65ch}.formats{display:flex;gap:16px;flex-wrap:wrap}.quiet{color:var(--ink-2)}
            .scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px}
            table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;vertical-align:top;padding:8px 12px;
            border-bottom:1px solid var(--line);white-space:nowrap}th{color:var(--ink-2);font-weight:600}tr:last-child>*{border-bottom:0}
            .long{white-space:normal;min-width:20rem;max-width:36rem}code{font-size:.875rem;overflow-wrap:anywhere}
            @media(max-width:40rem){main{padding:16px}header{padding:12px 16px}table,tbody,tr{display:block}
            thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:8px 12px;border-bottom:1px solid var(--line)}
            tr:last-child{border-bottom:0}td,.long{display:flex;gap:12px;border:0;padding:3px 0;min-width:0;max-width:none;white-space:normal;
            overflow-wrap:anywhere}td:empty{display:none}td::before{content:attr(data-head);flex:0 0 7.5rem;color:var(--ink-2);font-weight:600}}
            pre{margin:8px 0;padding:8px 12px;background:var(--surface);border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;user-select:all}
            .map{display:block;width:100%;height:auto;max-height:70vh;background:var(--b-ground);border:1px solid var(--line);border-radius:8px}
            .map .water{fill:var(--b-water)}.map .green{fill:var(--b-green)}.map .street{fill:none;stroke:var(--b-street);stroke-width:6}
            .map .case{fill:none;stroke:var(--b-case);stroke-width:8}.map .shape{fill:var(--shape);fill-opacity:.25;stroke:var(--shape);stroke-width:3}
            .map .line{fill:none;stroke:var(--shape);stroke-width:4}.map .point{fill:var(--shape);stroke:#fff;stroke-width:3}
            """;

    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Letters of a cell. */
    private static final int ONE_LINE = 40;

    /** A way back up. */
    public record Crumb(String text, String address) {}

    private PageFrame() {}

    static String page(Visit visit, String title, List<Crumb> crumbs, String content) {
        return page(visit.locale(), title, crumbs, content);
    }

    /** @param content markup in which every word that somebody wrote is {@link #escaped} */
    public static String page(Locale reader, String title, List<Crumb> crumbs, String content) {
        String way = crumbs.stream()
                .map(crumb -> "<li>" + anchor(crumb.address(), crumb.text()) + "</li>")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                <style>%s</style>
                </head>
                <body>
                <header><nav><ol>
                %s
                </ol></nav></header>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(reader.toLanguageTag(), escaped(title), STYLE, way, escaped(title), content);
    }

    public static String anchor(String address, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escaped(address), escaped(text));
    }

    public static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /**
     * Rows under each other; where there is no room for that, cells under each other, each with its head.
     *
     * @param rows cells in markup
     */
    public static String table(List<String> heads, List<List<String>> rows) {
        String head = heads.stream()
                .map(text -> "<th scope=\"col\">" + escaped(text) + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> cell(heads.get(column), row.get(column)))
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining("\n"));
        return "<div class=\"scroll\"><table><thead><tr>%s</tr></thead><tbody>\n%s\n</tbody></table></div>"
                .formatted(head, body);
    }

    /** Few words stay on one line, so that rows are low; more get some width. */
    private static String cell(String head, String markup) {
        boolean isLong =
                markup.length() > ONE_LINE && markup.replaceAll("<[^>]*>", "").length() > ONE_LINE;
        return "<td%s data-head=\"%s\">%s</td>".formatted(isLong ? " class=\"long\"" : "", escaped(head), markup);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
