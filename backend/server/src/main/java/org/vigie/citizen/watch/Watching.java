package org.vigie.citizen.watch;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.LinkTokens;
import org.vigie.access.Refusal;
import org.vigie.intake.ReportRules;
import org.vigie.notification.OutgoingMessage;
import org.vigie.territory.Jurisdictions;

/** Asking to watch an area, saying yes, and ending it: each behind the link that only the owner of the address gets. */
@Component
public class Watching {

    static final String LINK = "watch";

    private static final int LONGEST_NAME = 120;
    private static final int MOST_CORNERS = 2_000;

    private final WatchedAreas areas;
    private final WatchMails mails;
    private final LinkTokens tokens;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    Watching(WatchedAreas areas, WatchMails mails, LinkTokens tokens, Jurisdictions jurisdictions, Clock clock) {
        this.areas = areas;
        this.mails = mails;
        this.tokens = tokens;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /**
     * Sends the message that asks the owner of the address; until they say yes nothing else is sent.
     *
     * @param ground EPSG:4326
     * @throws Refusal email-not-understood, area-name-length, area-too-fine, area-invalid or area-outside
     */
    @Transactional
    public void ask(String name, MultiPolygon ground, String email, Locale locale) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        ReportRules.checkEmail(address);
        if (!OutgoingMessage.isAddress(address)) {
            throw Refusal.invalid("email-not-understood", email);
        }
        check(name.strip(), ground);
        WatchedArea area = new WatchedArea(Ids.next(), name.strip(), ground, address, locale.getLanguage(), false);
        areas.add(area, clock.instant());
        mails.ask(area);
    }

    private void check(String name, MultiPolygon ground) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("area-name-length", LONGEST_NAME);
        }
        if (ground.getNumPoints() > MOST_CORNERS) {
            throw Refusal.invalid("area-too-fine", ground.getNumPoints(), MOST_CORNERS);
        }
        if (ground.isEmpty() || !ground.isValid()) {
            throw Refusal.invalid("area-invalid");
        }
        if (!ground.intersects(jurisdictions.profile().boundary())) {
            throw Refusal.invalid("area-outside");
        }
    }

    /** @throws Refusal not-found for a token that was not made here, and after the end */
    @Transactional(readOnly = true)
    public WatchedArea get(String token) {
        return areas.find(id(token)).orElseThrow(() -> Refusal.notFound("watched-area"));
    }

    /** @throws Refusal not-found */
    @Transactional
    public void confirm(String token) {
        if (!areas.confirm(id(token), clock.instant())) {
            throw Refusal.notFound("watched-area");
        }
    }

    /** Ending it twice is ending it once. */
    @Transactional
    public void end(String token) {
        areas.remove(id(token));
    }

    private UUID id(String token) {
        return tokens.findId(LINK, token).orElseThrow(() -> Refusal.notFound("watched-area"));
    }
}
