package org.vigie.open311.web;

/** The forms that everything is answered in; the ending of the address chooses. */
enum Format {
    XML("text/xml; charset=utf-8"),
    JSON("application/json; charset=utf-8");

    /** For the patterns of addresses. */
    static final String ENDINGS = "xml|json";

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** XML is what every client must read, so it is also for an ending that names neither. */
    static Format of(String ending) {
        return ending.equals("json") ? JSON : XML;
    }
}
