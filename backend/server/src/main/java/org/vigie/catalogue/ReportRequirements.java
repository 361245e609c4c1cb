package org.vigie.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What reports from the field must hold, by category. */
@Repository
public class ReportRequirements {

    private final JdbcClient jdbc;

    ReportRequirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Set<ReportRequirement> of(UUID categoryId) {
        return jdbc.sql("select required_of_report from catalogue.category where category_id = :id")
                .param("id", categoryId)
                .query((row, n) ->
                        read((String[]) row.getArray("required_of_report").getArray()))
                .optional()
                .orElseGet(() -> EnumSet.noneOf(ReportRequirement.class));
    }

    /** From now on; jobs that run are asked for it too. */
    @Transactional
    public void require(String categoryCode, Set<ReportRequirement> required) {
        jdbc.sql("update catalogue.category set required_of_report = :required where code = :code")
                .param(
                        "required",
                        required.stream().map(ReportRequirement::name).toArray(String[]::new))
                .param("code", categoryCode)
                .update();
    }

    private static Set<ReportRequirement> read(String[] names) {
        Set<ReportRequirement> required = EnumSet.noneOf(ReportRequirement.class);
        Arrays.stream(names).map(ReportRequirement::valueOf).forEach(required::add);
        return required;
    }
}
