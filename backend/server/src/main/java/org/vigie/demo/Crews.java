package org.vigie.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.Ids;
import org.vigie.team.Team;
import org.vigie.team.Teams;

/** Forms Aubrelle's teams. */
@Component
class Crews {

    private final Teams teams;
    private final JdbcClient jdbc;

    Crews(Teams teams, JdbcClient jdbc) {
        this.teams = teams;
        this.jdbc = jdbc;
    }

    /** @return the ids of the teams by their codes */
    Map<String, UUID> form(List<Sheets.Crew> crews, Map<String, UUID> services) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        for (Sheets.Crew crew : crews) {
            Team.Kind kind = crew.kind().orElse(Team.Kind.REGULAR);
            ids.put(crew.code(), kind == Team.Kind.DESK ? theDesk(crew, services) : team(crew, kind, services));
        }
        return ids;
    }

    private UUID team(Sheets.Crew crew, Team.Kind kind, Map<String, UUID> services) {
        UUID id = Ids.next();
        teams.add(new Team(
                id,
                crew.code(),
                crew.name(),
                Optional.ofNullable(services.get(crew.service())),
                kind,
                false,
                crew.capacity()));
        return id;
    }

    /** The jurisdiction was given its team of last resort with its birth. */
    private UUID theDesk(Sheets.Crew crew, Map<String, UUID> services) {
        return jdbc.sql("""
                        update team.team set code = :code, name = :name, service_id = :service, daily_capacity = :capacity
                        where is_last_resort returning team_id
                        """)
                .param("code", crew.code())
                .param("name", crew.name())
                .param("service", services.get(crew.service()))
                .param("capacity", crew.capacity())
                .query(UUID.class)
                .single();
    }
}
