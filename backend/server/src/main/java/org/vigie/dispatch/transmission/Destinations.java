package org.vigie.dispatch.transmission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.request.Priority;
import org.vigie.request.Request;
import org.vigie.team.Coverages;
import org.vigie.team.Occasion;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** The services that requests may be sent to, and the team of each that one goes to. */
@Repository
public class Destinations {

    /** A service by its names. */
    public record Service(UUID id, String code, String name, String organisation) {}

    record Found(Team team, String serviceName) {}

    private final JdbcClient jdbc;
    private final Teams teams;
    private final Coverages coverages;
    private final Categories categories;

    Destinations(JdbcClient jdbc, Teams teams, Coverages coverages, Categories categories) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.coverages = coverages;
        this.categories = categories;
    }

    /** Of every organisation, by name. */
    @Transactional(readOnly = true)
    public List<Service> list() {
        return jdbc.sql("""
                        select s.service_id, s.code, s.name, o.name as organisation
                        from catalogue.service s join catalogue.organisation o using (jurisdiction_id, organisation_id)
                        order by s.name, s.code
                        """)
                .query((row, n) -> new Service(
                        row.getObject("service_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("organisation")))
                .list();
    }

    Found find(Request request, Transmissions.Destination to, Instant now) {
        String service = serviceName(to.serviceId());
        Team team =
                to.teamId().map(id -> named(id, to.serviceId())).orElseGet(() -> chosen(request, to.serviceId(), now));
        return new Found(team, service);
    }

    String serviceName(UUID serviceId) {
        return list().stream()
                .filter(service -> service.id().equals(serviceId))
                .findFirst()
                .map(Service::name)
                .orElseThrow(() -> Refusal.invalid("unknown-service", serviceId));
    }

    Team lastResort() {
        return teams.list().stream().filter(Team::isLastResort).findFirst().orElseThrow();
    }

    private Team named(UUID teamId, UUID serviceId) {
        Team team = teams.findActive(teamId).orElseThrow(() -> Refusal.invalid("unknown-team", teamId));
        if (team.serviceId().filter(own -> !own.equals(serviceId)).isPresent()) {
            throw Refusal.invalid("team-of-another-service", team.name(), serviceName(serviceId));
        }
        return team;
    }

    /** By the rules; where they name nobody of that service, its first team. */
    private Team chosen(Request request, UUID serviceId, Instant now) {
        Category category = categories.get(request.categoryId());
        Team byRule = coverages
                .read()
                .choose(Occasion.usual(request.place().sectorId(), category, now)
                        .forService(serviceId)
                        .urgent(request.priority() == Priority.URGENT))
                .team();
        if (byRule.serviceId().equals(Optional.of(serviceId))) {
            return byRule;
        }
        return teams.list().stream()
                .filter(team -> team.serviceId().equals(Optional.of(serviceId)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("service-without-team", serviceName(serviceId)));
    }
}
