package org.vigie.forwarding;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The GeoReport v2 server of an organisation that does not work here.
 *
 * @param address its base, without a slash at the end: {@code https://…/open311/v2}
 * @param remoteJurisdiction as that server calls the town it serves; may be empty
 * @param externalIdAttribute by which that server knows a report that comes again; empty: it knows none
 * @param services their service codes by our categories' ids
 * @param serviceOtherwise for every other category; empty: those are not sent
 * @param attributes as which of their attributes the answers to our questions are sent, by our categories' ids and the codes of
 *     the questions; what is not named never leaves
 * @param terms what may leave
 * @param isOn requests are sent and followed
 */
public record Connection(
        UUID organisationId,
        String address,
        Format format,
        String remoteJurisdiction,
        String externalIdAttribute,
        Map<UUID, String> services,
        String serviceOtherwise,
        Map<UUID, Map<String, String>> attributes,
        Terms terms,
        boolean isOn) {

    /** In what it answers; the standard demands XML and allows JSON. */
    public enum Format {
        JSON,
        XML;

        String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param withRequester name, address and telephone number of whoever asked are sent along
     * @param takesPrivate requests that are never published are sent, too
     */
    public record Terms(boolean withRequester, boolean takesPrivate) {}

    /** Whether a report that comes again is known there, so that it may simply be sent again. */
    boolean knowsRepetitions() {
        return !externalIdAttribute.isEmpty();
    }

    Optional<String> serviceFor(UUID categoryId) {
        return Optional.ofNullable(services.get(categoryId))
                .or(() -> Optional.of(serviceOtherwise).filter(code -> !code.isEmpty()));
    }

    /** Their attributes by the codes of our questions. */
    Map<String, String> attributesFor(UUID categoryId) {
        return attributes.getOrDefault(categoryId, Map.of());
    }

    /** Whether a key that was given for the one may be sent to the other. */
    public boolean isSameServer(String otherAddress) {
        return server(address).equals(server(otherAddress));
    }

    private static String server(String address) {
        java.net.URI uri = java.net.URI.create(address);
        return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(java.util.Locale.ROOT);
    }
}
