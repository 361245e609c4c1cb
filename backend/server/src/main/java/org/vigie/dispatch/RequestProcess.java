package org.vigie.dispatch;

import java.util.List;
import org.vigie.catalogue.ReportRequirement;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.catalogue.process.Question;

/**
 * What staff need of the version of the process that a request began with.
 *
 * @param name of the category at that time
 * @param report what the report from the field must have
 */
public record RequestProcess(
        int version,
        String name,
        List<Answer> answers,
        List<ProcessContent.Step> steps,
        List<ReportRequirement> report) {

    /** @param answer as it is read: the label of a choice; yes and no as true and false, a date as 2026-04-30 */
    public record Answer(String question, Question.Type type, String answer) {}
}
