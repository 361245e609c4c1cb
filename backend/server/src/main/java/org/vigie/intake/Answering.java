package org.vigie.intake;

import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.ProcessVersion;
import org.vigie.catalogue.process.Processes;
import org.vigie.catalogue.process.Questionnaire;
import org.vigie.request.Answers;

/** Holds what a submission answers to the version of the process that is in force: from then on it is the request's. */
@Component
class Answering {

    /** Where a process says nothing else; counted from receipt until closure is known. */
    static final int CONTACT_KEPT_MONTHS = 24;

    private final Processes processes;

    Answering(Processes processes) {
        this.processes = processes;
    }

    /** @throws Refusal answer-unknown, answer-not-asked, answer-malformed, answer-missing, answer-refused */
    Answers of(Submission submission, Category category) {
        Questionnaire.Strictness strictness = switch (submission) {
            case Submission.FromPublic fromPublic -> Questionnaire.Strictness.PUBLIC;
            case Submission.FromDesk fromDesk -> Questionnaire.Strictness.DESK;
            case Submission.FromPatrol fromPatrol -> Questionnaire.Strictness.PATROL;
        };
        return new Answers(
                processes.inForce(category.id()).map(ProcessVersion::id),
                processes.questionnaire(category.id()).check(submission.report().answers(), strictness));
    }

    int contactKeptMonths(Category category) {
        return processes
                .inForce(category.id())
                .map(version -> version.content().retentionMonths())
                .orElse(CONTACT_KEPT_MONTHS);
    }
}
