package org.vigie.team;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.access.Role;

/** Who stands in for whom in the jurisdiction that is open: the absences that each person names for themselves, and what follows. */
@Repository
public class Deputies {

    /** @param lastDay included */
    public record Absence(
            UUID id,
            UUID accountId,
            Optional<UUID> deputyId,
            String deputyName,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /** Somebody who is away and whose place another takes. */
    public record Principal(UUID accountId, String name, Role role) {}

    private final JdbcClient jdbc;
    private final Coverages coverages;

    Deputies(JdbcClient jdbc, Coverages coverages) {
        this.jdbc = jdbc;
        this.coverages = coverages;
    }

    /** The absences of one person that are not over before that day, the next first. */
    @Transactional(readOnly = true)
    public List<Absence> list(UUID accountId, LocalDate from) {
        return jdbc.sql("""
                        select a.*, coalesce(d.display_name, '') as deputy_name
                        from team.absence a
                        left join access.account d on d.jurisdiction_id = a.jurisdiction_id and d.account_id = a.deputy_account_id
                        where a.account_id = :account and a.last_day >= :from
                        order by a.first_day, a.absence_id
                        """)
                .param("account", accountId)
                .param("from", from)
                .query((row, n) -> new Absence(
                        row.getObject("absence_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        Optional.ofNullable(row.getObject("deputy_account_id", UUID.class)),
                        row.getString("deputy_name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /**
     * Names who stands in.
     *
     * @throws Refusal delegation-to-oneself, or period-reversed when it ends before it begins
     */
    @Transactional
    public UUID name(UUID accountId, UUID deputyId, LocalDate firstDay, LocalDate lastDay) {
        if (accountId.equals(deputyId)) {
            throw Refusal.invalid("delegation-to-oneself");
        }
        if (lastDay.isBefore(firstDay)) {
            throw Refusal.invalid("period-reversed");
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into team.absence (jurisdiction_id, absence_id, account_id, deputy_account_id, first_day, last_day)
                        values (access.current_jurisdiction(), :id, :account, :deputy, :first, :last)
                        """)
                .param("id", id)
                .param("account", accountId)
                .param("deputy", deputyId)
                .param("first", firstDay)
                .param("last", lastDay)
                .update();
        coverages.changed();
        return id;
    }

    /** @throws Refusal not-found when that person has none of that id */
    @Transactional
    public void remove(UUID accountId, UUID absenceId) {
        int removed = jdbc.sql("delete from team.absence where absence_id = :id and account_id = :account")
                .param("id", absenceId)
                .param("account", accountId)
                .update();
        if (removed == 0) {
            throw Refusal.notFound("absence");
        }
        coverages.changed();
    }

    /** Those in whose place this person acts on that day, also as the deputy of a deputy who is away. */
    @Transactional(readOnly = true)
    public List<Principal> principals(UUID deputyId, LocalDate day) {
        Map<UUID, Principal> people = new HashMap<>();
        Map<UUID, List<Absences.Absence>> away = jdbc
                .sql("""
                        select b.account_id, b.deputy_account_id, b.first_day, b.last_day, a.display_name, a.role
                        from team.absence b
                        join access.account a using (jurisdiction_id, account_id)
                        where :day between b.first_day and b.last_day and a.active
                        order by b.first_day, b.absence_id
                        """)
                .param("day", day)
                .query((row, n) -> {
                    UUID id = row.getObject("account_id", UUID.class);
                    people.put(
                            id, new Principal(id, row.getString("display_name"), Role.valueOf(row.getString("role"))));
                    return new Absences.Absence(
                            id,
                            row.getObject("deputy_account_id", UUID.class),
                            row.getObject("first_day", LocalDate.class),
                            row.getObject("last_day", LocalDate.class));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(Absences.Absence::accountId));
        Absences absences = new Absences(away, Map.of());
        return people.values().stream()
                .filter(person -> !person.accountId().equals(deputyId))
                .filter(person -> absences.onDay(person.accountId(), day)
                        .filter(present -> present.accountId().equals(deputyId))
                        .isPresent())
                .sorted(java.util.Comparator.comparing(Principal::name))
                .toList();
    }
}
