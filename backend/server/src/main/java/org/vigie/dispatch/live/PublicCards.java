package org.vigie.dispatch.live;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.dispatch.Audience;
import org.vigie.dispatch.CardsForViewer;
import org.vigie.map.PublishedRequests;
import org.vigie.map.RequestCard;

/** What everybody sees: the published card. */
@Component
class PublicCards implements CardsForViewer {

    private final PublishedRequests requests;

    PublicCards(PublishedRequests requests) {
        this.requests = requests;
    }

    @Override
    public Audience audience() {
        return Audience.PUBLIC;
    }

    @Override
    public Map<UUID, RequestCard> cards(Collection<UUID> requestIds) {
        return requests.cards(requestIds).stream().collect(Collectors.toMap(RequestCard::id, Function.identity()));
    }
}
