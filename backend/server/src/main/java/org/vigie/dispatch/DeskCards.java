package org.vigie.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What open desks see of a change: every request, as in the queue. */
@Component
class DeskCards implements CardsForViewer {

    private final DeskQueue queue;

    DeskCards(DeskQueue queue) {
        this.queue = queue;
    }

    @Override
    public Audience audience() {
        return Audience.DESK;
    }

    @Override
    public Map<UUID, DeskCard> cards(Collection<UUID> requestIds) {
        return queue.list(requestIds).stream().collect(Collectors.toMap(DeskCard::id, Function.identity()));
    }
}
