package org.vigie.intervention;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a team found and used, told with the end of its job.
 *
 * @param cause why it was so; may be empty
 * @param quantityUnit of the quantity, in the team's words: m², kg, pieces; may be empty
 */
public record WorkReport(String cause, Optional<BigDecimal> quantity, String quantityUnit) {

    public static final WorkReport NONE = new WorkReport("", Optional.empty(), "");
}
