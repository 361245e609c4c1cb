package org.vigie.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Accounts;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Geometries;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/**
 * A small city for one test: a square from 2° E 47° N to 2.1° E 47.1° N, two sectors W and E that share the meridian 2.05°, a service,
 * four categories and four teams.
 */
@TestComponent
public class TestCity {

    /** What {@link #make} made. */
    public record City(
            Jurisdiction jurisdiction,
            Team west,
            Team east,
            Team urgent,
            Team lighting,
            UUID westSector,
            UUID eastSector) {}

    private final TestJurisdictions jurisdictions;
    private final CatalogueDraft catalogue;
    private final Teams teams;
    private final Coverages coverages;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    TestCity(
            TestJurisdictions jurisdictions,
            CatalogueDraft catalogue,
            Teams teams,
            Coverages coverages,
            Accounts accounts,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.jurisdictions = jurisdictions;
        this.catalogue = catalogue;
        this.teams = teams;
        this.coverages = coverages;
        this.accounts = accounts;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public City make() {
        Jurisdiction jurisdiction = jurisdictions.square();
        return inside(jurisdiction, () -> {
            UUID service = catalogue.service(catalogue.organisation("Ville"), "voirie", "Voirie municipale");
            catalogue.domain("voirie", "Voirie", "street");
            UUID pothole = category(service, "nid-de-poule", "Nid-de-poule", RequestKind.INCIDENT, false, false);
            category(service, "danger", "Danger immédiat", RequestKind.INCIDENT, false, true);
            category(service, "habitat-indigne", "Habitat indigne", RequestKind.COMPLAINT, true, false);
            UUID lamp = category(service, "lampadaire", "Lampadaire éteint", RequestKind.INCIDENT, false, false);
            category(service, "question", "Question", RequestKind.QUESTION, false, false);
            List<UUID> sectors = sectors();
            Team west = team("E1", "Voirie Ouest", service, Team.Kind.REGULAR);
            Team east = team("E2", "Voirie Est", service, Team.Kind.REGULAR);
            Team lighting = team("E3", "Éclairage", service, Team.Kind.REGULAR);
            Team urgent = team("U1", "Urgences", service, Team.Kind.URGENT);
            coverages.add(west.id(), Optional.of(sectors.get(0)), Optional.of(pothole));
            coverages.add(east.id(), Optional.of(sectors.get(1)), Optional.empty());
            coverages.add(lighting.id(), Optional.empty(), Optional.of(lamp));
            return new City(jurisdiction, west, east, urgent, lighting, sectors.get(0), sectors.get(1));
        });
    }

    /** Somebody with that role, member of these teams. */
    public SignedInAccount account(City city, Role role, Team... memberOf) {
        return inside(city.jurisdiction(), () -> {
            String name = "Personne " + role;
            UUID id = accounts.add(Ids.next() + "@test.example", name, role, Optional.empty());
            for (Team team : memberOf) {
                teams.addMember(team.id(), id);
            }
            return new SignedInAccount(id, city.jurisdiction().id(), name, role);
        });
    }

    /** Signs a request in as that account, with the token that writing needs. */
    public static RequestPostProcessor as(SignedInAccount account) {
        return request -> csrf().asHeader()
                .postProcessRequest(
                        authentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()))
                                .postProcessRequest(request));
    }

    public <T> T inside(Jurisdiction jurisdiction, Supplier<T> work) {
        return CurrentJurisdiction.inside(
                jurisdiction, () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private UUID category(
            UUID service, String code, String name, RequestKind kind, boolean isPrivate, boolean isUrgent) {
        Promises promises = Promises.NONE
                .with(Commitment.ACKNOWLEDGE, minutes(2880))
                .with(Commitment.RESOLVE, minutes(isUrgent ? 1440 : 14400))
                .with(Commitment.REPLY, minutes(20160));
        if (isUrgent) {
            promises = promises.with(Commitment.ON_SITE, minutes(60).warning(Warning.Kind.MINUTES_AFTER, 30));
        }
        return catalogue.category(new Category(
                Ids.next(),
                code,
                name,
                "voirie",
                name,
                "street",
                kind,
                isPrivate,
                isUrgent,
                new Category.ServiceName(service, "voirie", "Voirie municipale"),
                promises,
                50));
    }

    private static Promise minutes(int amount) {
        return Promise.roundTheClock(
                amount, Length.Unit.MINUTES, CurrentJurisdiction.get().zone());
    }

    private Team team(String code, String name, UUID service, Team.Kind kind) {
        Team team = new Team(Ids.next(), code, name, Optional.of(service), kind, false, 10);
        teams.add(team);
        return team;
    }

    private List<UUID> sectors() {
        UUID set = Ids.next();
        UUID version = Ids.next();
        jdbc.sql("insert into territory.sector_set (jurisdiction_id, sector_set_id, code, name, serves) "
                        + "values (access.current_jurisdiction(), :set, 'secteurs', 'Secteurs', true)")
                .param("set", set)
                .update();
        jdbc.sql(
                        "insert into territory.sector_version (jurisdiction_id, sector_version_id, sector_set_id, version, holds_from, published_at, source_sha256) "
                                + "values (access.current_jurisdiction(), :version, :set, 1, access.now(), access.now(), '')")
                .param("version", version)
                .param("set", set)
                .update();
        return List.of(
                sector(set, version, "W", "Ouest", new Envelope(2.0, 2.05, 47.0, 47.1)),
                sector(set, version, "E", "Est", new Envelope(2.05, 2.1, 47.0, 47.1)));
    }

    private UUID sector(UUID set, UUID version, String code, String name, Envelope degrees) {
        UUID id = Ids.next();
        jdbc.sql("insert into territory.sector (jurisdiction_id, sector_id, sector_set_id, code) "
                        + "values (access.current_jurisdiction(), :id, :set, :code)")
                .param("id", id)
                .param("set", set)
                .param("code", code)
                .update();
        jdbc.sql("insert into territory.sector_shape (jurisdiction_id, sector_version_id, sector_id, name, shape) "
                        + "values (access.current_jurisdiction(), :version, :id, :name, st_geomfromewkb(:shape))")
                .param("version", version)
                .param("id", id)
                .param("name", name)
                .param("shape", Ewkb.write(Geometries.asMultiPolygon(Geometries.FACTORY.toGeometry(degrees))))
                .update();
        return id;
    }
}
