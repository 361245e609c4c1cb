package org.vigie.catalogue.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.access.Role;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.ReportRequirement;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;
import org.vigie.catalogue.calendar.Warning;

/**
 * Everything that one version of a process says. Its JSON is what is stored, what a catalogue file has, and what the desk edits.
 *
 * @param code of the category whose process it is; never changes
 * @param domain and {@code service}, by their codes
 * @param name of the category from then on; the names of earlier versions still find it
 * @param synonyms words and phrases that people use for it
 * @param glyph name of the symbol
 * @param kind whether somebody goes there or only an answer is due
 * @param priority the usual one, where no rule says otherwise
 * @param confidential never published
 * @param duplicateRadiusMetres 5 to 500
 * @param askers who may ask; nobody named: everybody
 * @param documents that whoever asks should have at hand
 * @param skills that a team must hold, by their codes
 * @param steps of the work, in their order
 * @param report what the report from the field must have
 * @param formalReply not closed before a letter has answered it
 * @param replyTemplate code of the letter's usual template; may be empty
 * @param approvalChain name of the letter's chain; may be empty
 * @param retentionMonths how long a requester's contact is kept, counted from receipt
 */
public record ProcessContent(
        String code,
        String domain,
        String service,
        String name,
        List<String> synonyms,
        String glyph,
        RequestKind kind,
        Priority priority,
        boolean confidential,
        int duplicateRadiusMetres,
        List<Asker> askers,
        List<Question> questions,
        List<String> documents,
        List<String> skills,
        List<Step> steps,
        List<ReportRequirement> report,
        List<Term> commitments,
        boolean formalReply,
        String replyTemplate,
        String approvalChain,
        int retentionMonths) {

    static final int USUAL_RADIUS_METRES = 50;
    static final int USUAL_RETENTION_MONTHS = 24;

    /** As a request's priority; only the usual one is stated here. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    public enum Asker {
        PERSON,
        ASSOCIATION,
        COMPANY,
        COUNCIL,
        STAFF
    }

    /** One step of the work. */
    public record Step(Role actor, String text) {
        public Step {
            text = Words.of(text);
        }
    }

    /**
     * A promise, as it is written down.
     *
     * @param calendar code of the one that working units are counted on; empty for the others
     */
    public record Term(
            Commitment commitment, int amount, Length.Unit unit, String calendar, Optional<Warning> warning) {
        public Term {
            calendar = Words.of(calendar);
        }
    }

    public ProcessContent {
        code = Words.of(code);
        domain = Words.of(domain);
        service = Words.of(service);
        name = Words.of(name);
        synonyms = Words.of(synonyms);
        glyph = Words.of(glyph);
        kind = Objects.requireNonNullElse(kind, RequestKind.INCIDENT);
        priority = Objects.requireNonNullElse(priority, Priority.NORMAL);
        duplicateRadiusMetres = duplicateRadiusMetres == 0 ? USUAL_RADIUS_METRES : duplicateRadiusMetres;
        askers = Words.listOf(askers);
        questions = Words.listOf(questions);
        documents = Words.of(documents);
        skills = Words.of(skills);
        steps = Words.listOf(steps);
        report = Words.listOf(report);
        commitments = Words.listOf(commitments);
        replyTemplate = Words.of(replyTemplate);
        approvalChain = Words.of(approvalChain);
        retentionMonths = retentionMonths == 0 ? USUAL_RETENTION_MONTHS : retentionMonths;
    }

    /** The same sheet with other promises and other needs. */
    ProcessContent promising(List<Term> terms, List<String> needed) {
        return new ProcessContent(
                code,
                domain,
                service,
                name,
                synonyms,
                glyph,
                kind,
                priority,
                confidential,
                duplicateRadiusMetres,
                askers,
                questions,
                documents,
                needed,
                steps,
                report,
                terms,
                formalReply,
                replyTemplate,
                approvalChain,
                retentionMonths);
    }

    public boolean usuallyUrgent() {
        return priority == Priority.URGENT;
    }

    public Optional<Question> question(String questionCode) {
        return questions.stream()
                .filter(question -> question.code().equals(questionCode))
                .findFirst();
    }
}
