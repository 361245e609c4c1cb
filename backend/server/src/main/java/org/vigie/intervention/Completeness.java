package org.vigie.intervention;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.catalogue.ReportRequirement;
import org.vigie.catalogue.ReportRequirements;
import org.vigie.dispatch.RequestProcess;
import org.vigie.dispatch.RequestProcesses;
import org.vigie.intake.photo.Photo;
import org.vigie.intake.photo.Photos;
import org.vigie.request.Requests;

/** Whether the report of a job holds what its kind of work needs. */
@Component
class Completeness {

    private final RequestProcesses processes;
    private final ReportRequirements requirements;
    private final Requests requests;
    private final Photos photos;

    Completeness(RequestProcesses processes, ReportRequirements requirements, Requests requests, Photos photos) {
        this.processes = processes;
        this.requirements = requirements;
        this.requests = requests;
        this.photos = photos;
    }

    /** As the version says that the request began with; without one, as its category does. In the order in which they are asked for. */
    List<ReportRequirement> of(UUID requestId) {
        return processes
                .find(requestId)
                .map(RequestProcess::report)
                .orElseGet(() -> requests.find(requestId)
                        .map(request -> List.copyOf(requirements.of(request.categoryId())))
                        .orElse(List.of()));
    }

    /**
     * Asked once the photos of the step are attached.
     *
     * @throws Refusal report-incomplete with the names of what is missing
     */
    void check(Job job, FieldSteps.FieldStep step) {
        Set<ReportRequirement> missing = EnumSet.noneOf(ReportRequirement.class);
        missing.addAll(of(job.requestId()));
        List<Photo> taken = photos.ofRequest(job.requestId()).stream()
                .filter(photo -> !photo.receivedAt().isBefore(job.offeredAt()))
                .toList();
        missing.removeIf(requirement -> switch (requirement) {
            case PHOTO_BEFORE -> taken.stream().anyMatch(photo -> photo.purpose() == Photo.Purpose.BEFORE);
            case PHOTO_AFTER -> !step.photos().isEmpty();
            case NOTE -> !step.note().isBlank();
            case CAUSE -> !step.work().cause().isBlank();
            case QUANTITY -> step.work().quantity().isPresent();
        });
        if (!missing.isEmpty()) {
            throw Refusal.invalid("report-incomplete", List.copyOf(missing));
        }
    }
}
