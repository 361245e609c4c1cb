package org.vigie.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.team.ReferentChoice.Rule;

/**
 * Who speaks for which service, category and area. Immutable. The most specific referent who is there answers; of equals, whoever has been
 * one longest. Somebody who is away is stood in for by the deputy of the absence, else by their standing deputy.
 */
final class Referents {

    /**
     * @param categoryId null: every category
     * @param sectorId null: everywhere
     * @param deputyId who stands in whenever the referent is away
     */
    record Referent(
            UUID accountId,
            @Nullable UUID categoryId,
            @Nullable UUID sectorId,
            @Nullable UUID deputyId) {

        private boolean answers(ReferentQuestion question) {
            return (categoryId == null || categoryId.equals(question.categoryId()))
                    && (sectorId == null || sectorId.equals(question.sectorId()));
        }

        private Rule rule() {
            if (categoryId != null) {
                return sectorId == null ? Rule.CATEGORY : Rule.CATEGORY_AND_SECTOR;
            }
            return sectorId == null ? Rule.SERVICE : Rule.SECTOR;
        }
    }

    private final Map<UUID, List<Referent>> byService;
    private final Absences absences;

    /** @param byService who has been it longest first */
    Referents(Map<UUID, List<Referent>> byService, Absences absences) {
        this.byService = Map.copyOf(byService);
        this.absences = absences;
    }

    /** Empty when nobody is named, or nobody who is named is there or stood in for. */
    Optional<ReferentChoice> find(ReferentQuestion question, LocalDate day) {
        List<String> passedOver = new ArrayList<>();
        List<Referent> asked = byService.getOrDefault(question.serviceId(), List.of()).stream()
                .filter(referent -> referent.answers(question))
                .sorted(Comparator.comparing(Referent::rule))
                .toList();
        for (Referent referent : asked) {
            Optional<Present> present = present(referent, day);
            if (present.isPresent()) {
                return Optional.of(new ReferentChoice(present.get(), referent.rule(), List.copyOf(passedOver)));
            }
            passedOver.add(absences.name(referent.accountId()));
        }
        return Optional.empty();
    }

    private Optional<Present> present(Referent referent, LocalDate day) {
        return absences.onDay(referent.accountId(), day)
                .or(() -> Optional.ofNullable(referent.deputyId())
                        .flatMap(deputy -> absences.onDay(deputy, day))
                        .filter(standIn -> !standIn.accountId().equals(referent.accountId()))
                        .map(standIn -> new Present(
                                standIn.accountId(),
                                standIn.name(),
                                Optional.of(absences.name(referent.accountId())))));
    }
}
