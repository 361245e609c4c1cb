package org.vigie.dashboard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.catalogue.Commitment;
import org.vigie.request.Channel;

/** Adds up what was seen of requests. */
final class Tally {

    private static final Set<Channel> ONLINE =
            EnumSet.of(Channel.WEB, Channel.APP, Channel.OPEN311, Channel.CHAT, Channel.SOCIAL);

    private final Map<Commitment, int[]> promises = new EnumMap<>(Commitment.class);
    private final List<Long> actionWall = new ArrayList<>();
    private final List<Long> actionWorking = new ArrayList<>();
    private final List<Long> settlementWall = new ArrayList<>();
    private final List<Long> settlementWorking = new ArrayList<>();
    private int received;
    private int selfReports;
    private int openAtEnd;
    private int overdue;
    private int handOvers;
    private int handedOverAgain;
    private int reopened;
    private int visited;
    private int secondVisits;
    private int online;
    private int phone;

    void add(Seen seen) {
        if (seen.received()) {
            addReceived(seen.life().channel());
        }
        openAtEnd += one(seen.openAtEnd());
        overdue += one(seen.overdue());
        seen.firstAction().ifPresent(took -> took.addTo(actionWall, actionWorking));
        seen.settlement().ifPresent(took -> {
            took.addTo(settlementWall, settlementWorking);
            int visits = seen.life().visits();
            visited += one(visits > 0);
            secondVisits += one(visits > 1);
        });
        handOvers += seen.handOvers();
        handedOverAgain += one(seen.handOvers() > 0 && seen.life().handOvers().size() > 1);
        reopened += seen.reopened();
        seen.decided().forEach(this::addPromise);
    }

    private void addReceived(Channel channel) {
        received++;
        selfReports += one(channel == Channel.PATROL);
        online += one(ONLINE.contains(channel));
        phone += one(channel == Channel.PHONE);
    }

    private void addPromise(Life.Pledge promise) {
        int[] counts = promises.computeIfAbsent(promise.commitment(), commitment -> new int[3]);
        counts[0]++;
        counts[1] += one(promise.isKept());
        counts[2] += one(promise.isWarned());
    }

    Sums sums() {
        return new Sums(
                received,
                selfReports,
                settlementWall.size(),
                openAtEnd,
                overdue,
                Spread.of(actionWall, actionWorking),
                Spread.of(settlementWall, settlementWorking),
                promises.entrySet().stream()
                        .map(of -> new Kept(of.getKey(), of.getValue()[0], of.getValue()[1], of.getValue()[2]))
                        .toList(),
                handOvers,
                handedOverAgain,
                reopened,
                visited,
                secondVisits,
                online,
                phone);
    }

    private static int one(boolean yes) {
        return yes ? 1 : 0;
    }
}
