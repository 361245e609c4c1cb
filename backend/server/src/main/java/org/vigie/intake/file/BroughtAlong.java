package org.vigie.intake.file;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** The categories and teams that a file names: found by name, or made when they are new here. */
@Component
class BroughtAlong {

    private static final int USUAL_RADIUS_METRES = 50;
    private static final int USUAL_CAPACITY = 20;
    private static final int LONGEST_CODE = 60;

    private final Categories categories;
    private final CatalogueDraft catalogue;
    private final Teams teams;

    BroughtAlong(Categories categories, CatalogueDraft catalogue, Teams teams) {
        this.categories = categories;
        this.catalogue = catalogue;
        this.teams = teams;
    }

    Run begin(RequestMapping mapping) {
        return new Run(mapping);
    }

    /** What one file has named so far. */
    final class Run {

        private final RequestMapping mapping;
        private final Map<String, Category> byName = new HashMap<>();
        private final Map<String, UUID> teamIds = new HashMap<>();

        private Run(RequestMapping mapping) {
            this.mapping = mapping;
            categories.list().forEach(category -> byName.put(category.name(), category));
            teams.listEver().forEach(team -> teamIds.put(team.name(), team.id()));
        }

        Category category(String domain, String name) {
            return byName.computeIfAbsent(name, unknown -> add(domain, unknown));
        }

        UUID teamId(String name) {
            return teamIds.computeIfAbsent(name, this::addTeam);
        }

        private Category add(String domain, String name) {
            String glyph = Objects.requireNonNullElse(mapping.glyph(), "street");
            UUID service = catalogue.service(
                    catalogue.organisation(CurrentJurisdiction.get().name()), slug(domain), domain);
            catalogue.domain(slug(domain), domain, glyph);
            UUID id = catalogue.category(new Category(
                    Ids.next(),
                    slug(name),
                    name,
                    slug(domain),
                    "",
                    glyph,
                    RequestKind.INCIDENT,
                    false,
                    false,
                    new Category.ServiceName(service, slug(domain), domain),
                    usual(),
                    USUAL_RADIUS_METRES));
            return categories.get(id);
        }

        private UUID addTeam(String name) {
            UUID id = Ids.next();
            teams.add(new Team(id, name, name, Optional.empty(), Team.Kind.REGULAR, false, USUAL_CAPACITY));
            return id;
        }
    }

    /** Until the city states its own: acknowledged in 2 days, resolved and answered in 10. */
    private static Promises usual() {
        ZoneId zone = CurrentJurisdiction.get().zone();
        Promise tenDays = Promise.roundTheClock(10, Length.Unit.DAYS, zone);
        return new Promises(Map.of(
                Commitment.ACKNOWLEDGE, Promise.roundTheClock(2, Length.Unit.DAYS, zone),
                Commitment.RESOLVE, tenDays,
                Commitment.REPLY, tenDays));
    }

    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
    }
}
