package org.vigie.catalogue.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Offers;

/** Writes categories' columns, promises and skills from their versions that take effect. Requests that run keep what they began with. */
@Repository
class CategoryFromProcess {

    private static final String SHEETS = """
            from jsonb_to_recordset(cast(:sheets as jsonb)) p (id uuid, version uuid, place int, code text, domain text, service text, name text,
                keywords text, glyph text, kind text, private boolean, urgent boolean, radius int, letter boolean,
                report text[])
            join catalogue.domain d on d.code = p.domain
            join catalogue.service s on s.jurisdiction_id = d.jurisdiction_id and s.code = p.service
            """;

    private static final String INSERT = """
            insert into catalogue.category (jurisdiction_id, category_id, domain_id, service_id, code, name, keywords, glyph, kind, is_private,
                is_urgent, duplicate_radius_metres, formal_reply_required, required_of_report, active, position)
            select access.current_jurisdiction(), p.id, d.domain_id, s.service_id, p.code, p.name, p.keywords, p.glyph, p.kind, p.private,
                p.urgent, p.radius, p.letter, p.report, false, (select count(*) from catalogue.category) + p.place
            """ + SHEETS;

    private static final String UPDATE =
            """
            update catalogue.category c
            set domain_id = d.domain_id, service_id = s.service_id, name = p.name, keywords = p.keywords, glyph = p.glyph, kind = p.kind,
                is_private = p.private, is_urgent = p.urgent, duplicate_radius_metres = p.radius, formal_reply_required = p.letter,
                required_of_report = p.report, active = true, process_version_id = p.version
            """ + SHEETS + "where c.jurisdiction_id = d.jurisdiction_id and c.category_id = p.id";

    private static final String PROMISES = """
            insert into catalogue.promise (jurisdiction_id, category_id, commitment, amount, unit, calendar_id, warning_kind, warning_value)
            select access.current_jurisdiction(), t.category, t.commitment, t.amount, t.unit, k.calendar_id, t.warning, t.value
            from jsonb_to_recordset(cast(:terms as jsonb)) t (category uuid, commitment text, amount int, unit text, calendar text,
                warning text, value int)
            left join catalogue.calendar k on k.code = t.calendar
            """;

    private static final String NAMES = """
            select category_id, name, 0 as number from catalogue.category where category_id = any(:ids)
            union all
            select category_id, content ->> 'name', version_number from catalogue.process_version
            where category_id = any(:ids) and state = 'PUBLISHED'
            """;

    private record Name(UUID categoryId, String name, int version) {}

    private record Sheet(ProcessVersion version, Collection<String> words, int place) {}

    private final JdbcClient jdbc;
    private final Processes processes;
    private final Offers offers;
    private final ObjectProvider<NeededSkills> skills;

    CategoryFromProcess(JdbcClient jdbc, Processes processes, Offers offers, ObjectProvider<NeededSkills> skills) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.offers = offers;
        this.skills = skills;
    }

    /** Categories that nobody is offered before these, their first versions, are published; in this order after those that are there. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(List<ProcessVersion> first) {
        List<Sheet> sheets = new ArrayList<>();
        first.forEach(version -> sheets.add(new Sheet(version, version.content().synonyms(), sheets.size())));
        jdbc.sql(INSERT)
                .param("sheets", Rows.of(sheets, CategoryFromProcess::row))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(List<ProcessVersion> versions) {
        UUID[] ids = versions.stream().map(ProcessVersion::categoryId).toArray(UUID[]::new);
        Map<UUID, List<Name>> names = jdbc
                .sql(NAMES)
                .param("ids", ids)
                .query((row, n) ->
                        new Name(row.getObject("category_id", UUID.class), row.getString("name"), row.getInt("number")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Name::categoryId));
        List<Sheet> sheets = versions.stream()
                .map(version ->
                        new Sheet(version, findable(version, names.getOrDefault(version.categoryId(), List.of())), 0))
                .toList();
        jdbc.sql(UPDATE)
                .param("sheets", Rows.of(sheets, CategoryFromProcess::row))
                .update();
        jdbc.sql("delete from catalogue.promise where category_id = any(:ids)")
                .param("ids", ids)
                .update();
        List<Map<String, ?>> terms = versions.stream()
                .<Map<String, ?>>flatMap(version ->
                        version.content().commitments().stream().map(term -> row(version.categoryId(), term)))
                .toList();
        jdbc.sql(PROMISES).param("terms", Rows.of(terms, term -> term)).update();
        skills.stream().forEach(known -> versions.forEach(version -> need(known, version)));
        processes.forget();
        offers.forget();
    }

    /** Its synonyms, and every name it had before: an old name still finds. */
    private static Set<String> findable(ProcessVersion version, List<Name> names) {
        Set<String> before = new TreeSet<>();
        names.stream().filter(name -> name.version() < version.number()).forEach(name -> before.add(name.name()));
        before.remove(version.content().name());
        Set<String> words = new LinkedHashSet<>(version.content().synonyms());
        words.addAll(before);
        return words;
    }

    /** A first version that names none has none to take back. */
    private static void need(NeededSkills known, ProcessVersion version) {
        if (version.number() > 1 || !version.content().skills().isEmpty()) {
            known.need(version.categoryId(), version.content().skills());
        }
    }

    private static Map<String, ?> row(Sheet sheet) {
        ProcessContent content = sheet.version().content();
        Map<String, Object> row = new HashMap<>();
        row.put("id", sheet.version().categoryId());
        row.put("version", sheet.version().id());
        row.put("place", sheet.place());
        row.put("code", content.code());
        row.put("domain", content.domain());
        row.put("service", content.service());
        row.put("name", content.name());
        row.put("keywords", sheet.words().stream().map(Category::tied).collect(Collectors.joining(" ")));
        row.put("glyph", content.glyph());
        row.put("kind", content.kind());
        row.put("private", content.confidential());
        row.put("urgent", content.usuallyUrgent());
        row.put("radius", content.duplicateRadiusMetres());
        row.put("letter", content.formalReply());
        row.put("report", content.report());
        return row;
    }

    private static Map<String, ?> row(UUID categoryId, ProcessContent.Term term) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("category", categoryId);
        row.put("commitment", term.commitment());
        row.put("amount", term.amount());
        row.put("unit", term.unit());
        row.put("calendar", term.calendar());
        row.put("warning", term.warning().map(warning -> warning.kind().name()).orElse(null));
        row.put("value", term.warning().map(warning -> warning.value()).orElse(null));
        return row;
    }
}
