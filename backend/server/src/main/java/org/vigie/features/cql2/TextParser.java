package org.vigie.features.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vigie.features.cql2.Operand.Property;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Predicate.Operator;

/** Conditions in CQL2 text, by recursive descent: one method a rule of the grammar. */
final class TextParser {

    private static final Map<String, Operator> COMPARISONS = Map.of(
            "=", Operator.EQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            ">", Operator.GREATER,
            "<=", Operator.AT_MOST,
            ">=", Operator.AT_LEAST);

    private final Tokens tokens;
    private final FilterSize size = new FilterSize();
    private final TextOperands operands;

    TextParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new TextOperands(tokens, size);
    }

    Predicate parse() {
        Predicate predicate = disjunction();
        if (tokens.peek().kind() != Tokens.Kind.END) {
            throw tokens.unexpected();
        }
        return predicate;
    }

    private Predicate disjunction() {
        return joined("OR", this::conjunction, Predicate.Or::new);
    }

    private Predicate conjunction() {
        return joined("AND", this::negation, Predicate.And::new);
    }

    private Predicate joined(String by, Supplier<Predicate> part, Function<List<Predicate>, Predicate> join) {
        List<Predicate> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (tokens.skip(by));
        return parts.size() == 1 ? parts.getFirst() : join.apply(List.copyOf(parts));
    }

    private Predicate negation() {
        return size.deeper(() -> tokens.skip("NOT") ? new Predicate.Not(negation()) : primary());
    }

    private Predicate primary() {
        if (tokens.skip("(")) {
            Predicate inside = disjunction();
            tokens.expect(")");
            return inside;
        }
        if (isTruth() && !COMPARISONS.containsKey(tokens.second().text())) {
            return new Predicate.Always(tokens.next().is("TRUE"));
        }
        if (tokens.peek().kind() == Tokens.Kind.WORD && tokens.second().is("(")) {
            Optional<Predicate> function = function(tokens.peek().text().toUpperCase(Locale.ROOT));
            if (function.isPresent()) {
                return function.get();
            }
        }
        return comparison(operands.scalar());
    }

    private boolean isTruth() {
        return tokens.peek().is("TRUE") || tokens.peek().is("FALSE");
    }

    private Optional<Predicate> function(String name) {
        if (name.startsWith("A_")) {
            throw FilterRefusals.unsupported(name);
        }
        Optional<Predicate.Relation> relation = Functions.relation(name);
        if (relation.isPresent()) {
            return Optional.of(
                    arguments(operands::place, (left, right) -> new Predicate.Spatial(relation.get(), left, right)));
        }
        return Functions.order(name)
                .map(order -> arguments(operands::time, (left, right) -> new Predicate.Temporal(order, left, right)));
    }

    private <T> Predicate arguments(Supplier<T> argument, java.util.function.BiFunction<T, T, Predicate> predicate) {
        tokens.next();
        tokens.expect("(");
        T left = argument.get();
        tokens.expect(",");
        T right = argument.get();
        tokens.expect(")");
        return predicate.apply(left, right);
    }

    private Predicate comparison(Scalar left) {
        Operator operator = COMPARISONS.get(tokens.peek().text());
        if (tokens.peek().kind() == Tokens.Kind.SIGN && operator != null) {
            tokens.next();
            return new Predicate.Comparison(operator, left, operands.scalar());
        }
        if (tokens.skip("IS")) {
            return isNull(left);
        }
        boolean negated = tokens.skip("NOT");
        Predicate predicate = advanced(left);
        return negated ? new Predicate.Not(predicate) : predicate;
    }

    private Predicate isNull(Scalar left) {
        boolean negated = tokens.skip("NOT");
        if (!(left instanceof Property property)) {
            throw tokens.unexpected();
        }
        tokens.expect("NULL");
        Predicate isNull = new Predicate.IsNull(property);
        return negated ? new Predicate.Not(isNull) : isNull;
    }

    private Predicate advanced(Scalar left) {
        if (tokens.skip("LIKE")) {
            return new Predicate.Like(left, operands.scalar());
        }
        if (tokens.skip("BETWEEN")) {
            Scalar least = operands.scalar();
            tokens.expect("AND");
            return new Predicate.Between(left, least, operands.scalar());
        }
        tokens.expect("IN");
        tokens.expect("(");
        List<Scalar> among = new ArrayList<>();
        do {
            among.add(operands.scalar());
        } while (tokens.skip(","));
        tokens.expect(")");
        return new Predicate.In(left, List.copyOf(among));
    }
}
