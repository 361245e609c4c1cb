package org.vigie.demo.life;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.catalogue.Category;
import org.vigie.team.Coverage;
import org.vigie.team.Team;

/**
 * Who plays in the story.
 *
 * @param categories by code, in the order of the catalogue
 * @param members by team: who acts for it
 */
public record Cast(
        Map<String, Category> categories,
        Coverage coverage,
        List<Team> teams,
        Map<UUID, Member> members,
        List<Member> frontOffice,
        Names names) {

    /** Somebody of the staff. */
    public record Member(UUID accountId, String name) {}
}
