package org.vigie.request.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rules that hold, in their order. Immutable.
 *
 * @param codes of sectors, classes of places and pieces of ground by their ids, as rules name them
 */
public record RuleBook(List<Rule> rules, Map<UUID, String> codes) {

    public RuleBook {
        // Stable: of two in the same place the one that was put in first stays first.
        rules = rules.stream().sorted(Comparator.comparingInt(Rule::position)).toList();
        codes = Map.copyOf(codes);
    }

    /** For each kind of outcome the first rule that holds and says something about it. */
    public Ruling decide(Facts facts) {
        Ruling ruling = Ruling.NONE;
        for (Rule rule : rules) {
            Optional<Ruling> its = ruling(rule, facts);
            ruling = its.map(ruling::or).orElse(ruling);
        }
        return ruling;
    }

    /** Whether a rule holds, whoever decides, and why. */
    public static Optional<List<Reason>> holds(Rule rule, Facts facts) {
        return new Evaluation(facts).of(rule.text().when());
    }

    private static Optional<Ruling> ruling(Rule rule, Facts facts) {
        Outcomes then = rule.text().then();
        return holds(rule, facts)
                .map(reasons -> new Ruling(
                        then.team().map(value -> new Ruling.Decided<>(value, rule, reasons)),
                        then.priority().map(value -> new Ruling.Decided<>(value, rule, reasons)),
                        then.isPrivate() ? Optional.of(new Ruling.Decided<>(true, rule, reasons)) : Optional.empty(),
                        then.note().map(value -> new Ruling.Decided<>(value, rule, reasons)),
                        then.message().map(value -> new Ruling.Decided<>(value, rule, reasons)),
                        then.forwardTo().map(value -> new Ruling.Decided<>(value, rule, reasons))));
    }

    /** The version of the same code that holds. */
    public Optional<Rule> find(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** As if it were active: in the place of the version that holds, else where it says, before the one that is there. */
    public RuleBook with(Rule draft) {
        List<Rule> others = new ArrayList<>(rules);
        others.removeIf(rule -> rule.code().equals(draft.code()));
        int position = find(draft.code()).map(Rule::position).orElse(draft.position());
        others.addFirst(draft.at(position));
        return new RuleBook(others, codes);
    }

    public RuleBook without(String code) {
        return new RuleBook(
                rules.stream().filter(rule -> !rule.code().equals(code)).toList(), codes);
    }
}
