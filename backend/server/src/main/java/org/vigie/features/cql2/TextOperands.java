package org.vigie.features.cql2;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.vigie.features.cql2.Operand.CaseInsensitive;
import org.vigie.features.cql2.Operand.Interval;
import org.vigie.features.cql2.Operand.Place;
import org.vigie.features.cql2.Operand.Property;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Operand.Time;
import org.vigie.features.cql2.Operand.Truth;

/** What predicates of CQL2 text compare: values, geometries, times. */
final class TextOperands {

    /** A property of such a name is written in double quotes. */
    private static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE");

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "^", "%", "DIV");

    private final Tokens tokens;
    private final FilterSize size;
    private final WktParser geometries;

    TextOperands(Tokens tokens, FilterSize size) {
        this.tokens = tokens;
        this.size = size;
        this.geometries = new WktParser(tokens, size);
    }

    Scalar scalar() {
        Scalar scalar = size.deeper(this::value);
        Tokens.Token after = tokens.peek();
        if (after.kind() != Tokens.Kind.TEXT && ARITHMETIC.contains(after.text().toUpperCase(Locale.ROOT))) {
            throw FilterRefusals.unsupported(after.text());
        }
        return scalar;
    }

    private Scalar value() {
        Tokens.Token next = tokens.peek();
        return switch (next.kind()) {
            case TEXT -> Literals.text(tokens.next().text());
            case NUMBER, SIGN -> number();
            case NAME -> property();
            case WORD -> word(next);
            case END -> throw tokens.unexpected();
        };
    }

    private Scalar number() {
        boolean negative = tokens.skip("-");
        if (!negative) {
            tokens.skip("+");
        }
        return Literals.number(
                (negative ? "-" : "") + tokens.expect(Tokens.Kind.NUMBER).text());
    }

    private Scalar word(Tokens.Token next) {
        if (next.is("TRUE") || next.is("FALSE")) {
            return new Truth(tokens.next().is("TRUE"));
        }
        if (!tokens.second().is("(")) {
            return property();
        }
        return switch (next.text().toUpperCase(Locale.ROOT)) {
            case "DATE" -> call(Literals::day);
            case "TIMESTAMP" -> call(Literals::timestamp);
            case "CASEI" -> caseInsensitive();
            default -> throw FilterRefusals.unsupported(next.text() + "()");
        };
    }

    private <T> T call(Function<String, T> literal) {
        tokens.next();
        tokens.expect("(");
        T read = literal.apply(tokens.expect(Tokens.Kind.TEXT).text());
        tokens.expect(")");
        return read;
    }

    private Scalar caseInsensitive() {
        tokens.next();
        tokens.expect("(");
        Scalar text = scalar();
        tokens.expect(")");
        return new CaseInsensitive(text);
    }

    private Property property() {
        Tokens.Token name = tokens.peek();
        boolean isName = name.kind() == Tokens.Kind.NAME
                || name.kind() == Tokens.Kind.WORD
                        && !RESERVED.contains(name.text().toUpperCase(Locale.ROOT));
        if (!isName) {
            throw tokens.unexpected();
        }
        if (tokens.second().is("(")) {
            throw FilterRefusals.unsupported(name.text() + "()");
        }
        return new Property(tokens.next().text());
    }

    Place place() {
        return geometries.isNext() ? geometries.parse() : property();
    }

    Time time() {
        String name = tokens.peek().text().toUpperCase(Locale.ROOT);
        boolean isCall =
                tokens.peek().kind() == Tokens.Kind.WORD && tokens.second().is("(");
        if (isCall && name.equals("DATE")) {
            return call(Literals::day);
        }
        if (isCall && name.equals("TIMESTAMP")) {
            return call(Literals::timestamp);
        }
        return isCall && name.equals("INTERVAL") ? interval() : property();
    }

    private Interval interval() {
        tokens.next();
        tokens.expect("(");
        Time from = end();
        tokens.expect(",");
        Time to = end();
        tokens.expect(")");
        return new Interval(from, to);
    }

    private Time end() {
        if (tokens.peek().kind() == Tokens.Kind.TEXT) {
            return Literals.end(tokens.next().text());
        }
        Time end = time();
        if (end instanceof Interval) {
            throw FilterRefusals.unsupported("INTERVAL(INTERVAL())");
        }
        return end;
    }
}
