package org.vigie.request.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vigie.request.PriorityChoice;

/** Says whether a condition holds, and which of its parts make it hold. */
final class Evaluation {

    private final Facts facts;

    Evaluation(Facts facts) {
        this.facts = facts;
    }

    /** @return empty when it does not hold */
    Optional<List<Reason>> of(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> allOf(all);
            case Condition.AnyOf any ->
                any.of().stream().map(this::of).flatMap(Optional::stream).findFirst();
            case Condition.Not not ->
                of(not.of()).isPresent() ? Optional.empty() : Optional.of(List.of(Reason.of(not)));
            default -> leaf(condition).map(List::of);
        };
    }

    private Optional<List<Reason>> allOf(Condition.AllOf all) {
        List<Reason> reasons = new ArrayList<>();
        for (Condition part : all.of()) {
            Optional<List<Reason>> held = of(part);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            reasons.addAll(held.get());
        }
        return Optional.of(List.copyOf(reasons));
    }

    private Optional<Reason> leaf(Condition leaf) {
        return switch (leaf) {
            case Condition.CategoryIs is -> one(is.codes(), facts.category().code()::equals, Condition.CategoryIs::new);
            case Condition.DomainIs is ->
                one(is.codes(), facts.category().domainCode()::equals, Condition.DomainIs::new);
            case Condition.PriorityIs is -> one(is.priorities(), facts.usual()::equals, Condition.PriorityIs::new);
            case Condition.DangerIs is -> one(is.dangers(), facts.danger()::equals, Condition.DangerIs::new);
            case Condition.NearTo to -> near(to);
            case Condition.InSector in ->
                one(in.codes(), code -> facts.sector().filter(code::equals).isPresent(), Condition.InSector::new);
            case Condition.InArea in -> one(in.codes(), facts.areas().get()::contains, Condition.InArea::new);
            case Condition.OnShift on -> one(on.codes(), facts.onShift(), Condition.OnShift::new);
            case Condition.CalendarIs is ->
                facts.open().test(is.code()) == is.open() ? Optional.of(Reason.of(is)) : Optional.empty();
            case Condition.ChannelIs is -> one(is.channels(), facts.channel()::equals, Condition.ChannelIs::new);
            case Condition.RequesterIs is -> one(is.kinds(), facts.requester()::equals, Condition.RequesterIs::new);
            case Condition.AnswerIs is -> answered(is) ? Optional.of(Reason.of(is)) : Optional.empty();
            case Condition.SaysWords says -> said(says);
            case Condition.AllOf all -> throw new IllegalArgumentException("not a leaf: " + all);
            case Condition.AnyOf any -> throw new IllegalArgumentException("not a leaf: " + any);
            case Condition.Not not -> throw new IllegalArgumentException("not a leaf: " + not);
        };
    }

    private static <T> Optional<Reason> one(List<T> wanted, Predicate<T> holds, Function<List<T>, Condition> narrowed) {
        return wanted.stream().filter(holds).findFirst().map(is -> Reason.of(narrowed.apply(List.of(is))));
    }

    private Optional<Reason> near(Condition.NearTo to) {
        Map<String, PriorityChoice.Near> near = facts.near().get();
        return to.placeClasses().stream()
                .filter(near::containsKey)
                .findFirst()
                .map(is -> new Reason(new Condition.NearTo(List.of(is)), Optional.ofNullable(near.get(is))));
    }

    private Optional<Reason> said(Condition.SaysWords says) {
        return says.words().stream()
                .flatMap(word -> facts.words().find(word).stream())
                .findFirst()
                .map(found -> Reason.of(new Condition.SaysWords(List.of(found))));
    }

    private boolean answered(Condition.AnswerIs is) {
        String answer = facts.answers().get(is.question());
        if (answer == null) {
            return false;
        }
        return switch (is.test()) {
            case IS -> FoldedWords.folded(answer).equals(FoldedWords.folded(is.value()));
            case CONTAINS -> new FoldedWords(answer).find(is.value()).isPresent();
            case GREATER ->
                number(answer)
                        .flatMap(given -> number(is.value()).map(least -> given.compareTo(least) > 0))
                        .orElse(false);
        };
    }

    /** A number as people write it, with a comma or a point; empty for what is none. */
    static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip().replace(',', '.')));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
