package org.vigie.features.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/** What a predicate compares. */
public sealed interface Operand {

    /** A single value. */
    sealed interface Scalar extends Operand {}

    /** A geometry. */
    sealed interface Place extends Operand {}

    /** A moment, a day or a span of time. */
    sealed interface Time extends Operand {}

    record Property(String name) implements Scalar, Place, Time {}

    record Text(String value) implements Scalar {}

    /** Equal when the numbers are, however they were written. */
    record Numeric(BigDecimal value) implements Scalar {
        public Numeric {
            value = value.stripTrailingZeros();
        }
    }

    record Truth(boolean value) implements Scalar {}

    record Timestamp(Instant at) implements Scalar, Time {}

    /** The whole of a day, by the clock of the town. */
    record Day(LocalDate date) implements Scalar, Time {}

    /** A text whose case does not matter. */
    record CaseInsensitive(Scalar text) implements Scalar {}

    /** Its coordinates are in whatever system the request names. */
    record Shape(Geometry geometry) implements Place {}

    /** Its numbers are in whatever system the request names, in that system's order of axes. */
    record Box(double lowFirst, double lowSecond, double highFirst, double highSecond) implements Place {}

    /** Both ends included. */
    record Interval(Time from, Time to) implements Time {}

    /** An end of an interval that never comes: {@code ..} */
    record Open() implements Time {}
}
