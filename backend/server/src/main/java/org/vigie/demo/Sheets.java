package org.vigie.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.access.Role;
import org.vigie.catalogue.RequestKind;
import org.vigie.demo.life.Habits;
import org.vigie.team.Team;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is written about Aubrelle in {@code demo/*.yaml}: its catalogue, its staff, how its people report, how it answers and
 * how it deals with what comes in.
 */
record Sheets(Catalogue catalogue, Staff staff, Habits habits, Letters letters, Procedures procedures) {

    static Sheets read() {
        YAMLMapper yaml = YAMLMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        return new Sheets(
                sheet(yaml, "catalogue", Catalogue.class),
                sheet(yaml, "staff", Staff.class),
                sheet(yaml, "habits", Habits.class),
                sheet(yaml, "letters", Letters.class),
                sheet(yaml, "processes", Procedures.class));
    }

    private static <T> T sheet(YAMLMapper yaml, String name, Class<T> type) {
        try (InputStream stream = Sheets.class.getResourceAsStream("/demo/" + name + ".yaml")) {
            return yaml.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Catalogue(List<Organisation> organisations, List<Domain> domains) {}

    record Organisation(String name, List<ServiceName> services) {}

    record ServiceName(String code, String name) {}

    record Domain(String code, String name, String glyph, List<Offer> categories) {}

    /** @param resolve hours; {@code reply} too */
    record Offer(
            String code,
            String name,
            String service,
            Optional<String> glyph,
            Optional<RequestKind> kind,
            boolean urgent,
            boolean confidential,
            Optional<Integer> resolve,
            Optional<Integer> reply,
            Optional<Integer> radius,
            String keywords) {}

    record Staff(
            List<Crew> teams, List<Person> people, int referents, List<String> firstNames, List<String> lastNames) {}

    /** @param members how many besides those named */
    record Crew(
            String code,
            String name,
            String service,
            Optional<Team.Kind> kind,
            Optional<List<String>> covers,
            Optional<List<String>> districts,
            boolean everything,
            int capacity,
            int members) {}

    record Person(String name, Role role, Optional<String> part, Optional<String> team, Optional<String> service) {}

    record Letters(
            LetterTop letterhead, List<LetterStep> chain, List<String> required, List<LetterTemplate> templates) {}

    /**
     * @param versions what a process says beyond its category, by its code
     * @param answers given to them by those whose requests are open, by the same
     */
    record Procedures(
            Map<String, ObjectNode> versions, List<NextVersion> next, Map<String, List<Map<String, String>>> answers) {}

    record NextVersion(String code, boolean reviewed, ObjectNode says) {}

    record LetterTop(String address, String contact, String place) {}

    /** @param person a name of the staff; {@code role} otherwise */
    record LetterStep(String title, Optional<Role> role, Optional<String> person) {}

    record LetterTemplate(
            String code, String name, String locale, Optional<String> category, String subject, String body) {}
}
