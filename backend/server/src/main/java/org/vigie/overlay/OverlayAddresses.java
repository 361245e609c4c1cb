package org.vigie.overlay;

import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.outside.OutsideAddresses;

/**
 * What an administrator may name as the address of an overlay: a whole web address by https, in which only the numbers of a tile are left
 * open. It may lie in the town's own network, where staff's browsers reach it; nobody here goes there.
 */
@Component
public class OverlayAddresses {

    private static final List<String> PLACES = List.of("{z}", "{x}", "{y}");

    private final OutsideAddresses addresses;

    OverlayAddresses(OutsideAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws Refusal overlay-template-incomplete, outside-address-malformed, outside-address-not-https */
    public void check(Overlay overlay) {
        String address = overlay.source().address();
        boolean isTemplate = overlay.kind().isTemplate();
        if (isTemplate && !PLACES.stream().allMatch(address::contains)) {
            throw Refusal.invalid("overlay-template-incomplete", "{z}, {x}, {y}");
        }
        URI whole = addresses.named(isTemplate ? filled(address) : address);
        if (isTemplate && !isSettledBefore(address, whole)) {
            throw Refusal.invalid("outside-address-malformed");
        }
        overlay.source().legend().ifPresent(addresses::named);
    }

    private static String filled(String template) {
        String filled = template;
        for (String place : PLACES) {
            filled = filled.replace(place, "0");
        }
        return filled;
    }

    /** Which service it is must not depend on the tile. */
    private static boolean isSettledBefore(String template, URI whole) {
        String origin = whole.getScheme() + "://" + whole.getRawAuthority() + "/";
        return template.startsWith(origin);
    }
}
