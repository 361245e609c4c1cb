package org.vigie.features.web;

import org.springframework.http.MediaType;

/** To somewhere else, as RFC 8288 and OGC have it. */
record Link(String href, String rel, String type, String title) {

    static final String CONFORMANCE = "conformance";
    static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    static Link of(String href, String rel, MediaType type, String title) {
        return new Link(href, rel, type.toString(), title);
    }

    /** As a value of the header of that name. */
    String toHeader() {
        return "<%s>; rel=\"%s\"; type=\"%s\"".formatted(href, rel, type.replace("\"", ""));
    }
}
