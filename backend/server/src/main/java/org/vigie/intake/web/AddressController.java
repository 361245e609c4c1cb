package org.vigie.intake.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.address.Address;
import org.vigie.intake.address.AddressSearch;
import org.vigie.intake.address.Addresses;

/** Addresses while somebody types, and the address of a place on the map. */
@RestController
class AddressController {

    private static final int MOST_ITEMS = 20;
    private static final int LONGEST_QUERY = 200;

    private final AddressSearch search;
    private final Addresses addresses;

    AddressController(AddressSearch search, Addresses addresses) {
        this.search = search;
        this.addresses = addresses;
    }

    record Found(List<AddressBody> items, long tookMs) {}

    record AddressBody(
            String label,
            @Nullable String houseNumber,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String locality,
            Wgs84Point position,
            @Nullable Double distanceMetres) {

        static AddressBody of(Address address, @Nullable Double distanceMetres) {
            return new AddressBody(
                    address.label(),
                    orNull(address.houseNumber()),
                    orNull(address.street()),
                    orNull(address.postcode()),
                    orNull(address.locality()),
                    address.position(),
                    distanceMetres);
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    @GetMapping("/{jurisdiction}/api/addresses")
    Found search(
            @RequestParam String q,
            @RequestParam(defaultValue = "8") int limit,
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat) {
        long begun = System.nanoTime();
        Optional<Wgs84Point> near =
                lon == null || lat == null ? Optional.empty() : Optional.of(new Wgs84Point(lon, lat));
        String typed = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
        List<AddressBody> items = search.search(typed, Math.clamp(limit, 1, MOST_ITEMS), near).stream()
                .map(address -> AddressBody.of(address, null))
                .toList();
        return new Found(items, (System.nanoTime() - begun) / 1_000_000);
    }

    @GetMapping("/{jurisdiction}/api/addresses/nearest")
    AddressBody nearest(@RequestParam double lon, @RequestParam double lat) {
        return addresses
                .nearest(new Wgs84Point(lon, lat))
                .map(nearby -> AddressBody.of(nearby.address(), Math.round(nearby.distanceMetres() * 10) / 10.0))
                .orElseThrow(() -> Refusal.notFound("address"));
    }
}
