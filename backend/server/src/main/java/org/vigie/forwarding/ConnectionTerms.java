package org.vigie.forwarding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.outside.OutsideAddresses;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Organisation;
import org.vigie.catalogue.Organisations;

/** Holds what an administrator writes about a connection to what there is. */
@Component
public class ConnectionTerms {

    private final OutsideAddresses addresses;
    private final Organisations organisations;
    private final Categories categories;

    ConnectionTerms(OutsideAddresses addresses, Organisations organisations, Categories categories) {
        this.addresses = addresses;
        this.organisations = organisations;
        this.categories = categories;
    }

    /** Those that requests are forwarded to, by name. */
    public List<Organisation> organisations() {
        return organisations.list().stream()
                .filter(organisation -> !organisation.worksHere())
                .toList();
    }

    /** @throws Refusal not-found for one that works here, or that nobody knows */
    public Organisation organisation(UUID id) {
        return organisations
                .find(id)
                .filter(organisation -> !organisation.worksHere())
                .orElseThrow(() -> Refusal.notFound("organisation"));
    }

    /**
     * Without a slash at its end; it is looked at again at each call.
     *
     * @throws Refusal when it may not be called
     */
    public String address(String typed) {
        String address = typed.strip().replaceAll("/+$", "");
        if (addresses.checked(address).getRawQuery() != null) {
            throw Refusal.invalid("outside-address-malformed");
        }
        return address;
    }

    /** By category id. @throws Refusal reference-unknown for a code that no category has */
    public <T> Map<UUID, T> byId(Map<String, T> byCode) {
        Map<String, UUID> ids = categories.list().stream().collect(Collectors.toMap(Category::code, Category::id));
        Map<UUID, T> found = new HashMap<>();
        byCode.forEach((code, mapped) -> found.put(
                Optional.ofNullable(ids.get(code)).orElseThrow(() -> Refusal.invalid("reference-unknown")), mapped));
        return found;
    }

    /** By category code. */
    public <T> Map<String, T> byCode(Map<UUID, T> mapped) {
        return categories.list().stream()
                .filter(category -> mapped.containsKey(category.id()))
                .collect(Collectors.toMap(Category::code, category -> mapped.get(category.id())));
    }
}
