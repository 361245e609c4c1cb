package org.vigie.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.catalogue.process.ProcessVersion;
import org.vigie.catalogue.process.ProcessVersions;
import org.vigie.catalogue.process.Question;
import org.vigie.request.Answers;
import org.vigie.request.Requests;

/** Finds the version of the process that a request began with, whatever has been published since. */
@Component
public class RequestProcesses {

    private final Requests requests;
    private final ProcessVersions versions;

    RequestProcesses(Requests requests, ProcessVersions versions) {
        this.requests = requests;
        this.versions = versions;
    }

    /** @return empty when its category had none */
    @Transactional(readOnly = true)
    public Optional<RequestProcess> find(UUID requestId) {
        Answers answers = requests.answers(requestId);
        return answers.processVersionId().flatMap(versions::find).map(version -> of(version, answers));
    }

    private static RequestProcess of(ProcessVersion version, Answers answers) {
        ProcessContent content = version.content();
        List<RequestProcess.Answer> given = content.questions().stream()
                .flatMap(question -> Optional.ofNullable(answers.byQuestion().get(question.code()))
                        .map(answer ->
                                new RequestProcess.Answer(question.text(), question.type(), read(question, answer)))
                        .stream())
                .toList();
        return new RequestProcess(version.number(), content.name(), given, content.steps(), content.report());
    }

    private static String read(Question question, String answer) {
        return question.choices().stream()
                .filter(choice -> choice.code().equals(answer))
                .map(Question.Choice::label)
                .findFirst()
                .orElse(answer);
    }
}
