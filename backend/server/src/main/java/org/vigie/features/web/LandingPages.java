package org.vigie.features.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;

/** The landing page and what hangs on it, for people. */
@Component
class LandingPages {

    private final Texts texts;
    private final CollectionPages collections;

    LandingPages(Texts texts, CollectionPages collections) {
        this.texts = texts;
        this.collections = collections;
    }

    String landing(Visit visit) {
        String name = CurrentJurisdiction.get().name();
        String content = """
                <p>%s</p>
                %s
                <h2>%s</h2>
                <p>%s<br><code>%s</code></p>
                <p class="formats">%s %s %s</p>
                """.formatted(
                        PageFrame.escaped(say(visit, "description", name)),
                        collections.table(visit),
                        PageFrame.escaped(say(visit, "use")),
                        PageFrame.escaped(say(visit, "use.how")),
                        PageFrame.escaped(visit.base()),
                        PageFrame.anchor(visit.address("api"), say(visit, "api")),
                        PageFrame.anchor(visit.address("conformance"), say(visit, "conformance")),
                        PageFrame.anchor(visit.selfWith("f", "json"), "JSON"));
        return PageFrame.page(visit, say(visit, "title", name), crumbs(visit).subList(0, 1), content);
    }

    String conformance(Visit visit) {
        String classes = Conformance.CLASSES.stream()
                .map(uri -> "<li><code>" + PageFrame.escaped(uri) + "</code></li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
        return PageFrame.page(
                visit,
                say(visit, "conformance"),
                crumbs(visit),
                "<p>" + PageFrame.escaped(say(visit, "conformance.what")) + "</p>" + classes + json(visit));
    }

    /** @param document as {@link ApiDefinition} makes it */
    String api(Visit visit, Map<String, Object> document) {
        List<List<String>> rows = new ArrayList<>();
        if (document.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach((path, item) -> rows.add(
                    List.of("<code>GET /ogc" + PageFrame.escaped(String.valueOf(path)) + "</code>", summary(item))));
        }
        return PageFrame.page(
                visit,
                say(visit, "api"),
                crumbs(visit),
                PageFrame.table(List.of(say(visit, "api.path"), say(visit, "api.what")), rows) + json(visit));
    }

    private static String summary(Object item) {
        return item instanceof Map<?, ?> operations && operations.get("get") instanceof Map<?, ?> operation
                ? PageFrame.escaped(String.valueOf(operation.get("summary")))
                : "";
    }

    private List<PageFrame.Crumb> crumbs(Visit visit) {
        return collections.crumbs(visit).subList(0, 2);
    }

    private static String json(Visit visit) {
        return "<p class=\"formats\">" + PageFrame.anchor(visit.selfWith("f", "json"), "JSON") + "</p>";
    }

    private String say(Visit visit, String key, Object... values) {
        return texts.say(visit.locale(), key, values);
    }
}
