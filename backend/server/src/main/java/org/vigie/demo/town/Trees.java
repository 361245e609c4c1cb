package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** Trees of one species along each avenue, of many species in the parks. */
final class Trees {

    private static final List<String> AVENUE = NameStock.list("""
            Platane commun|Tilleul à petites feuilles|Érable plane|Marronnier d’Inde|Charme commun
            Sophora du Japon|Copalme d’Amérique|Micocoulier de Provence""");

    private static final List<String> PARK = NameStock.list("""
            Chêne pédonculé|Hêtre pourpre|Frêne commun|Bouleau verruqueux|Cerisier à fleurs|Cèdre du Liban
            Saule pleureur|Pin sylvestre|Érable sycomore|Aulne glutineux|Ginkgo|If commun""");

    private Trees() {}

    /** Spots named after their species. */
    static List<Spot> of(Pavement pavement, ParkGround parks, SplittableRandom random) {
        List<Spot> trees = new ArrayList<>();
        String street = "";
        int avenue = 0;
        for (Spot spot : Spot.evenly(pavement.pairs(15, EnumSet.of(StreetKind.MAIN)), 1900)) {
            if (!spot.name().equals(street)) {
                street = spot.name();
                avenue++;
            }
            trees.add(new Spot(AVENUE.get(avenue % AVENUE.size()), spot.at()));
        }
        for (Spot spot : Spot.evenly(parks.scattered(15), 3500 - trees.size())) {
            trees.add(new Spot(PARK.get(random.nextInt(PARK.size())), spot.at()));
        }
        return trees;
    }
}
