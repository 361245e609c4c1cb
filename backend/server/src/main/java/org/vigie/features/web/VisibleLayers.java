package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.access.Refusal;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayers;

/**
 * The layers that there are for a visitor: those of everybody, and staff's that a key opens. The others neither list nor exist.
 *
 * @param staffs empty without a key
 */
record VisibleLayers(List<PublishedLayer> staffs) {

    private static final String ATTRIBUTE = VisibleLayers.class.getName();

    static VisibleLayers of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof VisibleLayers known ? known : new VisibleLayers(List.of());
    }

    /** From now on, for this request. */
    void open(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean hasStaffs() {
        return !staffs.isEmpty();
    }

    List<PublishedLayer> list() {
        return Stream.concat(PublishedLayers.list().stream(), staffs.stream()).toList();
    }

    /** @throws Refusal collection-unknown, with those that there are */
    PublishedLayer get(String name) {
        return list().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "collection-unknown",
                        name,
                        list().stream().map(PublishedLayer::name).toList()));
    }
}
