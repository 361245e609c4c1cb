package org.vigie.overlay.capabilities;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a service stands, apart from what is asked of it: people paste the address of its capabilities.
 *
 * @param text may have parameters of its own, such as the map of a MapServer
 */
record ServiceAddress(String text) {

    private static final Set<String> ASKED = Set.of("service", "request", "version", "f");

    static ServiceAddress of(String pasted) {
        String[] pathAndQuery = pasted.strip().split("\\?", 2);
        if (pathAndQuery.length == 1) {
            return new ServiceAddress(pathAndQuery[0]);
        }
        String own = Arrays.stream(pathAndQuery[1].split("&"))
                .filter(each -> !each.isEmpty() && !ASKED.contains(nameOf(each)))
                .collect(Collectors.joining("&"));
        return new ServiceAddress(own.isEmpty() ? pathAndQuery[0] : pathAndQuery[0] + "?" + own);
    }

    private static String nameOf(String parameter) {
        return parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** @param namesAndValues in turn */
    String with(String... namesAndValues) {
        StringBuilder address = new StringBuilder(text);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            address.append(address.indexOf("?") < 0 ? "?" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        return address.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ServiceAddress below(String path) {
        String[] pathAndQuery = text.split("\\?", 2);
        String base = pathAndQuery[0].replaceFirst("/+$", "") + path;
        return new ServiceAddress(pathAndQuery.length == 1 ? base : base + "?" + pathAndQuery[1]);
    }
}
