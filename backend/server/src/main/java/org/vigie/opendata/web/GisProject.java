package org.vigie.opendata.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.map.PublishedJurisdiction;

/**
 * A project of QGIS with the published layers of the open jurisdiction. It was written by QGIS itself ({@code layers/qgis/template.py}); what
 * differs from commune to commune is filled in.
 */
@Component
class GisProject {

    private static final List<String> BOUNDS = List.of("@west@", "@south@", "@east@", "@north@");

    private final PublishedJurisdiction published;
    private final String template;

    GisProject(PublishedJurisdiction published) {
        this.published = published;
        try {
            this.template = new ClassPathResource("layers/qgis/vigie.qgs").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String write(Addresses at) {
        String project = template.replace("@town@", escaped(at.town().replaceFirst("/$", "")))
                .replace("@title@", escaped(CurrentJurisdiction.get().name()));
        double[] bounds = published.profile().bounds().toArray();
        for (int side = 0; side < bounds.length; side++) {
            project = project.replace(BOUNDS.get(side), String.valueOf(bounds[side]));
        }
        return project;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text, "UTF-8");
    }
}
