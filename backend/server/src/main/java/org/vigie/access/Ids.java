package org.vigie.access;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * New identifiers: UUID version 7 (RFC 9562), which sort by the time they were made; those of one process and millisecond in the order
 * they were made in. They tell no secret and keep none: of two made together one can guess the other.
 */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
