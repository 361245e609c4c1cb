package org.vigie.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.demo.life.Case;
import org.vigie.demo.life.Story;
import org.vigie.demo.town.Town;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.PlacementSentences;
import org.vigie.territory.SectorLocator;

/** Makes Aubrelle, whole or not at all. */
@Component
public class DemoCity {

    /** The code under which it is served. */
    public static final String CODE = "aubrelle";

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int YEARS = 3;

    private final Jurisdictions jurisdictions;
    private final Ground ground;
    private final Staffing staffing;
    private final Rulebook rulebook;
    private final Hierarchy hierarchy;
    private final FrontOffice frontOffice;
    private final Procedures procedures;
    private final Archive archive;
    private final Album album;
    private final Belongings belongings;
    private final Ordinances ordinances;
    private final Whereabouts whereabouts;
    private final Correspondence correspondence;
    private final SectorLocator locator;
    private final PlacementSentences sentences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCity(
            Jurisdictions jurisdictions,
            Ground ground,
            Staffing staffing,
            Rulebook rulebook,
            Hierarchy hierarchy,
            FrontOffice frontOffice,
            Procedures procedures,
            Archive archive,
            Album album,
            Belongings belongings,
            Ordinances ordinances,
            Whereabouts whereabouts,
            Correspondence correspondence,
            SectorLocator locator,
            PlacementSentences sentences,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.ground = ground;
        this.staffing = staffing;
        this.rulebook = rulebook;
        this.hierarchy = hierarchy;
        this.frontOffice = frontOffice;
        this.procedures = procedures;
        this.archive = archive;
        this.album = album;
        this.belongings = belongings;
        this.ordinances = ordinances;
        this.whereabouts = whereabouts;
        this.correspondence = correspondence;
        this.locator = locator;
        this.sentences = sentences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Generates the town, its services and three years of requests up to now, in one transaction.
     *
     * @param progress hears, in a few words, what is being done
     * @return the accounts to sign in with, passwords in the clear
     * @throws Refusal demo-exists when there is a commune of that code already
     */
    public List<DemoAccount> make(Consumer<String> progress) {
        if (jurisdictions.find(CODE).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "demo-exists", CODE);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        progress.accept("drawing the town");
        Town town = Town.aubrelle();
        Jurisdiction aubrelle = new Jurisdiction(Ids.next(), CODE, Town.NAME, "fr", ZONE);
        return CurrentJurisdiction.inside(
                aubrelle, () -> Objects.requireNonNull(transaction.execute(status -> fill(town, now, progress))));
    }

    private List<DemoAccount> fill(Town town, Instant now, Consumer<String> progress) {
        Instant opened = now.atZone(ZONE).minusYears(YEARS).toInstant();
        progress.accept("laying the ground: sectors, base map, addresses, assets");
        ground.lay(town, opened);
        Sheets sheets = Sheets.read();
        progress.accept("engaging services, teams and people");
        Staffing.Staffed staffed = staffing.staff(sheets);
        rulebook.ofPlaces(town, now);
        correspondence.agree(sheets.letters());
        procedures.agree(sheets.procedures());
        hierarchy.stand();
        frontOffice.open();
        progress.accept("living through three years of requests");
        List<Case> cases =
                new Story(town, sheets.habits(), staffed.cast(), locator::locate, sentences::of).until(now, ZONE);
        progress.accept("writing %,d requests".formatted(cases.size()));
        archive.write(cases, now, ZONE);
        belongings.name();
        progress.accept("trying the rules on the last month");
        ordinances.issue();
        progress.accept("taking photos");
        album.fill(cases);
        whereabouts.tell(cases, now);
        frontOffice.ask(now);
        procedures.answer(sheets.procedures());
        progress.accept("writing letters");
        correspondence.write(sheets.letters());
        return staffed.demoAccounts();
    }
}
