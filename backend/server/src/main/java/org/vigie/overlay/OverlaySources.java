package org.vigie.overlay;

import java.net.URI;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.vigie.access.PageSources;

/**
 * From where the maps load overlays: of each service its one path, and of tiles the part of the path that is the same for all. A policy
 * knows no finer measure; a service at the root of its host lets in the host.
 */
@Component
class OverlaySources implements PageSources {

    private final Overlays overlays;

    OverlaySources(Overlays overlays) {
        this.overlays = overlays;
    }

    @Override
    public Sources sources(boolean forStaff) {
        Sources sources = new Sources(new TreeSet<>(), new TreeSet<>());
        for (Overlay overlay : overlays.shown(forStaff)) {
            add(overlay, sources);
        }
        return sources;
    }

    private static void add(Overlay overlay, Sources sources) {
        Overlay.Source source = overlay.source();
        String service = sourceOf(source.address());
        if (overlay.kind().isRead()) {
            sources.reads().add(service);
        } else {
            sources.images().add(service);
        }
        if (!source.infoFormat().isEmpty()) {
            sources.reads().add(service);
        }
        source.legend().ifPresent(legend -> sources.images().add(sourceOf(legend)));
    }

    /** Without its query, which no policy compares; comma and semicolon would end the source. */
    static String sourceOf(String address) {
        int open = address.indexOf('{');
        int query = address.indexOf('?');
        boolean isPathOpen = open >= 0 && (query < 0 || open < query);
        String settled = isPathOpen
                ? address.substring(0, address.lastIndexOf('/', open) + 1)
                : query < 0 ? address : address.substring(0, query);
        URI uri = URI.create(settled);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String encoded = path.replace(";", "%3B").replace(",", "%2C");
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + encoded)
                .toASCIIString();
    }
}
