package org.vigie.catalogue.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Calendars;

/** What a process may name: domains, services, calendars and skills of the jurisdiction that is open. */
@Component
public class ProcessReferences {

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final ObjectProvider<NeededSkills> skills;

    ProcessReferences(JdbcClient jdbc, Calendars calendars, ObjectProvider<NeededSkills> skills) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.skills = skills;
    }

    /** As they stand; may be asked for many processes. */
    public Known read() {
        return new Known(
                codes("domain"),
                codes("service"),
                Set.copyOf(calendars.list().keySet()),
                skills.stream().findFirst().map(NeededSkills::known).orElse(Set.of()));
    }

    private Set<String> codes(String table) {
        return Set.copyOf(jdbc.sql("select code from catalogue." + table)
                .query((row, n) -> row.getString("code"))
                .set());
    }

    /** The codes that there are. */
    public record Known(Set<String> domains, Set<String> services, Set<String> calendars, Set<String> skills) {

        /** Everything that is wrong with a process, in itself and with what it names; each begins with where. */
        public List<String> faults(ProcessContent content) {
            List<String> faults = new ArrayList<>(ProcessFaults.of(content));
            need(domains, "domain", content.domain(), faults);
            need(services, "service", content.service(), faults);
            content.skills().forEach(code -> need(skills, "skills", code, faults));
            content.commitments().stream()
                    .map(ProcessContent.Term::calendar)
                    .filter(code -> !code.isEmpty())
                    .forEach(code -> need(calendars, "commitments: calendar", code, faults));
            return List.copyOf(faults);
        }

        private static void need(Set<String> known, String where, String code, List<String> faults) {
            if (!code.isEmpty() && !known.contains(code)) {
                faults.add(where + ": there is no “" + code + "” here");
            }
        }
    }
}
