package org.vigie.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one jurisdiction that does not change from request to request. Immutable.
 *
 * @param services by the organisation whose they are, each list by code
 * @param categories that are active, in the order of the catalogue
 * @param claims competences, the most specific first, then by code
 */
record CatalogueSnapshot(
        Map<UUID, Organisation> organisations,
        Map<UUID, List<Category.ServiceName>> services,
        List<Domain> domains,
        List<Category> categories,
        Grounds grounds,
        List<Claim> claims,
        List<Scope> activations,
        List<Stop> stops) {

    /** @param serviceId null when the organisation's usual one follows it */
    record Claim(String code, UUID organisationId, @Nullable UUID serviceId, Scope scope) {}

    record Stop(String text, Map<String, String> translations, boolean refuses, Instant endsAt, Scope scope) {}
}
