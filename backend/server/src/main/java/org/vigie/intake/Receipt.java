package org.vigie.intake;

import java.util.List;
import java.util.Optional;
import org.vigie.request.Deadline;
import org.vigie.request.Request;

/**
 * What a submission became.
 *
 * @param promises made for it just now; empty when it is repeated
 * @param repeated the same submission had come in before and made this request then
 */
public record Receipt(Request request, Optional<List<Deadline>> promises, boolean repeated) {

    public static Receipt again(Request request) {
        return new Receipt(request, Optional.empty(), true);
    }
}
