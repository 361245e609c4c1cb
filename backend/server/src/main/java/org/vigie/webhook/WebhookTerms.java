package org.vigie.webhook;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.outside.OutsideAddresses;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.GroundDraft;

/** Holds what an administrator writes about a hook to what there is. */
@Component
public class WebhookTerms {

    private final OutsideAddresses addresses;
    private final Categories categories;
    private final GroundDraft grounds;

    WebhookTerms(OutsideAddresses addresses, Categories categories, GroundDraft grounds) {
        this.addresses = addresses;
        this.categories = categories;
        this.grounds = grounds;
    }

    /** @throws Refusal when it may not be sent to; it is looked at again at each sending */
    public void checkAddress(String address) {
        addresses.checked(address.strip());
    }

    /** @throws Refusal reference-unknown for a code that no category has */
    public Set<String> known(Set<String> codes) {
        Set<String> all = categories.list().stream().map(Category::code).collect(Collectors.toSet());
        if (!all.containsAll(codes)) {
            throw Refusal.invalid("reference-unknown");
        }
        return codes;
    }

    /**
     * Called inside the transaction that writes: a sector that is no ground yet becomes one.
     *
     * @throws Refusal reference-unknown, or scope-ambiguous when both are named
     */
    public Optional<UUID> ground(@Nullable UUID groundId, @Nullable UUID sectorId) {
        if (groundId != null && sectorId != null) {
            throw Refusal.invalid("scope-ambiguous");
        }
        return sectorId != null
                ? Optional.of(grounds.ofSector(sectorId))
                : Optional.ofNullable(groundId).map(grounds::existing);
    }
}
