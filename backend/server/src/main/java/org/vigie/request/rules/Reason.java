package org.vigie.request.rules;

import java.util.Optional;
import org.vigie.request.PriorityChoice;

/**
 * Something that held and made a rule hold.
 *
 * @param leaf narrowed to what held: of five categories the one, of ten words the one that stands in the text
 * @param near what lies near, for {@link Condition.NearTo}
 */
public record Reason(Condition leaf, Optional<PriorityChoice.Near> near) {

    static Reason of(Condition leaf) {
        return new Reason(leaf, Optional.empty());
    }
}
