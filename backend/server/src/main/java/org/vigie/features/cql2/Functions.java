package org.vigie.features.cql2;

import java.util.Arrays;
import java.util.Optional;

/** The functions that are predicates, by their names in either encoding, in capitals. */
final class Functions {

    private Functions() {}

    static Optional<Predicate.Relation> relation(String name) {
        return Arrays.stream(Predicate.Relation.values())
                .filter(relation -> name.equals("S_" + relation.name()))
                .findFirst();
    }

    static Optional<Predicate.Order> order(String name) {
        return Arrays.stream(Predicate.Order.values())
                .filter(order -> name.equals("T_" + order.function()))
                .findFirst();
    }
}
