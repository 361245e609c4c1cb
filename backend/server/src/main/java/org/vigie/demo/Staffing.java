package org.vigie.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.Accounts;
import org.vigie.access.Ids;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.RequestKind;
import org.vigie.demo.life.Cast;
import org.vigie.demo.life.Names;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Puts the catalogue, the teams and the people of Aubrelle in place. */
@Component
class Staffing {

    private final CatalogueDraft catalogue;
    private final Categories categories;
    private final Teams teams;
    private final Coverages coverages;
    private final Accounts accounts;
    private final Crews crews;
    private final Rulebook rulebook;
    private final Rows rows;
    private final JdbcClient jdbc;

    Staffing(
            CatalogueDraft catalogue,
            Categories categories,
            Teams teams,
            Coverages coverages,
            Accounts accounts,
            Crews crews,
            Rulebook rulebook,
            Rows rows,
            JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.categories = categories;
        this.teams = teams;
        this.coverages = coverages;
        this.accounts = accounts;
        this.crews = crews;
        this.rulebook = rulebook;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Who is there now, and with which accounts people may try it. */
    record Staffed(Cast cast, List<DemoAccount> demoAccounts) {}

    Staffed staff(Sheets sheets) {
        Map<String, UUID> services = offer(sheets.catalogue());
        Map<String, UUID> teamIds = crews.form(sheets.staff().teams(), services);
        Hiring hiring = new Hiring(new Hiring.Offices(accounts, teams, catalogue), teamIds, services);
        sheets.staff().people().forEach(hiring::hire);
        Names names = new Names(sheets.staff().firstNames(), sheets.staff().lastNames());
        hiring.fill(sheets.staff(), names);
        Map<String, Category> byCode = categories.list().stream()
                .collect(Collectors.toMap(Category::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        cover(sheets.staff().teams(), teamIds, byCode);
        rulebook.ofTeams(teamIds, byCode);
        return new Staffed(
                new Cast(byCode, coverages.read(), teams.list(), hiring.members(), hiring.frontOffice(), names),
                hiring.demoAccounts());
    }

    private Map<String, UUID> offer(Sheets.Catalogue offered) {
        Map<String, UUID> services = new LinkedHashMap<>();
        for (Sheets.Organisation organisation : offered.organisations()) {
            UUID id = catalogue.organisation(organisation.name());
            organisation.services().forEach(s -> services.put(s.code(), catalogue.service(id, s.code(), s.name())));
        }
        Engagements engagements = rulebook.ofHours();
        for (Sheets.Domain domain : offered.domains()) {
            catalogue.domain(domain.code(), domain.name(), domain.glyph());
            domain.categories()
                    .forEach(category -> catalogue.category(category(domain, category, services, engagements)));
        }
        return services;
    }

    private static Category category(
            Sheets.Domain domain, Sheets.Offer offer, Map<String, UUID> services, Engagements engagements) {
        RequestKind kind = offer.kind().orElse(RequestKind.INCIDENT);
        return new Category(
                Ids.next(),
                offer.code(),
                offer.name(),
                domain.code(),
                offer.keywords(),
                offer.glyph().orElse(domain.glyph()),
                kind,
                offer.confidential(),
                offer.urgent(),
                new Category.ServiceName(
                        java.util.Objects.requireNonNull(services.get(offer.service())), offer.service(), ""),
                engagements.of(offer, kind),
                offer.radius().orElse(50));
    }

    /** What needs nobody on site is answered at the desk; the rest belongs to the crew of its service. */
    private void cover(List<Sheets.Crew> crews, Map<String, UUID> teamIds, Map<String, Category> offered) {
        Map<String, List<UUID>> sectors = sectorsByDistrict();
        rows.add("team.coverage", "coverage_id, team_id, sector_id, category_id", sink -> {
            for (Sheets.Crew crew : crews) {
                UUID team = java.util.Objects.requireNonNull(teamIds.get(crew.code()));
                List<Optional<UUID>> where = where(crew, sectors);
                offered.values().stream()
                        .filter(category -> covers(crew, category))
                        .forEach(c -> where.forEach(sector -> sink.row(Ids.next(), team, sector, c.id())));
                if (crew.everything()) {
                    where.forEach(sector -> sink.row(Ids.next(), team, sector, Optional.empty()));
                }
            }
        });
    }

    private static boolean covers(Sheets.Crew crew, Category category) {
        if (!category.kind().needsIntervention()) {
            return crew.kind().equals(Optional.of(Team.Kind.DESK));
        }
        return crew.covers()
                .filter(services -> services.contains(category.service().code()))
                .isPresent();
    }

    private static List<Optional<UUID>> where(Sheets.Crew crew, Map<String, List<UUID>> sectors) {
        return crew.districts()
                .map(districts -> districts.stream()
                        .flatMap(district -> sectors.getOrDefault(district, List.of()).stream())
                        .map(Optional::of)
                        .toList())
                .orElse(List.of(Optional.empty()));
    }

    private Map<String, List<UUID>> sectorsByDistrict() {
        Map<String, List<UUID>> sectors = new HashMap<>();
        jdbc.sql("""
                        select d.code, s.sector_id
                        from territory.sector s
                        join territory.sector_set st using (jurisdiction_id, sector_set_id)
                        join territory.sector_shape sh on sh.jurisdiction_id = s.jurisdiction_id and sh.sector_id = s.sector_id
                        join territory.sector_shape ds on ds.jurisdiction_id = s.jurisdiction_id
                            and st_contains(ds.shape, st_pointonsurface(sh.shape))
                        join territory.sector d on d.jurisdiction_id = ds.jurisdiction_id and d.sector_id = ds.sector_id
                        join territory.sector_set dt on dt.jurisdiction_id = d.jurisdiction_id and dt.sector_set_id = d.sector_set_id
                        where st.serves and not dt.serves
                        order by s.code
                        """).query(row -> {
            sectors.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                    .add(row.getObject("sector_id", UUID.class));
        });
        return sectors;
    }
}
