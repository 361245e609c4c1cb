package org.vigie.features.cql2;

import java.util.List;
import org.vigie.features.cql2.Operand.Place;
import org.vigie.features.cql2.Operand.Property;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Operand.Time;

/** A condition, true, false or unknown: what compares with something absent is unknown, and only what is true is found. */
public sealed interface Predicate {

    record And(List<Predicate> all) implements Predicate {}

    record Or(List<Predicate> any) implements Predicate {}

    record Not(Predicate predicate) implements Predicate {}

    record Always(boolean value) implements Predicate {}

    record Comparison(Operator operator, Scalar left, Scalar right) implements Predicate {}

    /** {@code %} is any text, {@code _} any character, a backslash takes the meaning from the one after it. */
    record Like(Scalar text, Scalar pattern) implements Predicate {}

    record Between(Scalar value, Scalar least, Scalar most) implements Predicate {}

    record In(Scalar value, List<Scalar> among) implements Predicate {}

    record IsNull(Property property) implements Predicate {}

    record Spatial(Relation relation, Place left, Place right) implements Predicate {}

    record Temporal(Order order, Time left, Time right) implements Predicate {}

    enum Operator {
        EQUAL("="),
        UNEQUAL("<>"),
        LESS("<"),
        GREATER(">"),
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** How two geometries lie; {@code S_} and the name. */
    enum Relation {
        INTERSECTS,
        EQUALS,
        DISJOINT,
        TOUCHES,
        WITHIN,
        OVERLAPS,
        CROSSES,
        CONTAINS
    }

    /** How two times lie; {@code T_} and the name without underscores. */
    enum Order {
        AFTER,
        BEFORE,
        CONTAINS,
        DISJOINT,
        DURING,
        EQUALS,
        FINISHED_BY,
        FINISHES,
        INTERSECTS,
        MEETS,
        MET_BY,
        OVERLAPPED_BY,
        OVERLAPS,
        STARTED_BY,
        STARTS;

        public String function() {
            return name().replace("_", "");
        }
    }
}
