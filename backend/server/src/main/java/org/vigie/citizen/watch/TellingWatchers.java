package org.vigie.citizen.watch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** Tells the watchers of a place of a request there, when the public may know of it. */
@Component
class TellingWatchers {

    private final Requests requests;
    private final WatchedAreas areas;
    private final WatchMails mails;
    private final Modules modules;

    TellingWatchers(Requests requests, WatchedAreas areas, WatchMails mails, Modules modules) {
        this.requests = requests;
        this.areas = areas;
        this.mails = mails;
        this.modules = modules;
    }

    @Transactional
    void tell(UUID requestId) {
        if (!modules.isOn(ModuleName.WATCHED_AREAS)) {
            return;
        }
        Request request = requests.get(requestId);
        Optional<Wgs84Point> position = request.place().position();
        if (request.isPrivate() || position.isEmpty()) {
            return;
        }
        List<WatchedArea> watched = areas.list(areas.covering(position.get()));
        watched.forEach(area -> mails.tell(area, request));
    }
}
