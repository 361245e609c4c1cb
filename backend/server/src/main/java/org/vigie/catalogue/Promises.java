package org.vigie.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised for a category, in the order in which it is kept. Nothing on site when nobody needs to come, nothing to resolve when
 * only an answer is due.
 */
public record Promises(Map<Commitment, Promise> made) {

    public static final Promises NONE = new Promises(Map.of());

    public Promises {
        Map<Commitment, Promise> inOrder = new EnumMap<>(Commitment.class);
        inOrder.putAll(made);
        made = Collections.unmodifiableMap(inOrder);
    }

    public Optional<Promise> find(Commitment commitment) {
        return Optional.ofNullable(made.get(commitment));
    }

    /** These and one more, or another one in its stead. */
    public Promises with(Commitment commitment, Promise promise) {
        Map<Commitment, Promise> more = new EnumMap<>(Commitment.class);
        more.putAll(made);
        more.put(commitment, promise);
        return new Promises(more);
    }
}
