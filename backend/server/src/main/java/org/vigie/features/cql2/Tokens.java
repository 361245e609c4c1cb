package org.vigie.features.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.access.Refusal;

/** The words, texts, numbers and signs of a filter in CQL2 text, one after the other. */
final class Tokens {

    enum Kind {
        WORD,
        /** A name in double quotes. */
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /** @param position of its first character, from 1 */
    record Token(Kind kind, String text, int position) {

        boolean is(String wordOrSign) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(wordOrSign);
        }
    }

    private final List<Token> all;
    private int at;

    private Tokens(List<Token> all) {
        this.all = all;
    }

    static Tokens of(String filter) {
        List<Token> all = new ArrayList<>();
        Scanner scanner = new Scanner(filter);
        Token token;
        do {
            token = scanner.next();
            all.add(token);
        } while (token.kind() != Kind.END);
        return new Tokens(all);
    }

    Token peek() {
        return all.get(at);
    }

    /** The one after the next. */
    Token second() {
        return all.get(Math.min(at + 1, all.size() - 1));
    }

    Token next() {
        Token token = all.get(at);
        at = Math.min(at + 1, all.size() - 1);
        return token;
    }

    boolean skip(String wordOrSign) {
        boolean there = peek().is(wordOrSign);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String wordOrSign) {
        if (!skip(wordOrSign)) {
            throw unexpected();
        }
    }

    Token expect(Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return next();
    }

    double expectNumber() {
        boolean negative = skip("-");
        if (!negative) {
            skip("+");
        }
        Token token = expect(Kind.NUMBER);
        double number = Double.parseDouble(token.text());
        if (!Double.isFinite(number)) {
            throw FilterRefusals.malformed(token.position(), token.text());
        }
        return negative ? -number : number;
    }

    Refusal unexpected() {
        Token found = peek();
        return FilterRefusals.malformed(found.position(), found.kind() == Kind.END ? "…" : found.text());
    }

    private static final class Scanner {

        private final String filter;
        private int at;

        Scanner(String filter) {
            this.filter = filter;
        }

        Token next() {
            while (at < filter.length() && Character.isWhitespace(filter.charAt(at))) {
                at++;
            }
            int start = at;
            if (at == filter.length()) {
                return new Token(Kind.END, "", start + 1);
            }
            int first = filter.codePointAt(at);
            if (first == '\'') {
                return new Token(Kind.TEXT, quoted('\''), start + 1);
            }
            if (first == '"') {
                return new Token(Kind.NAME, quoted('"'), start + 1);
            }
            if (isDigit(start) || first == '.' && isDigit(start + 1)) {
                return new Token(Kind.NUMBER, number(), start + 1);
            }
            if (Character.isLetter(first) || first == '_' || first == ':') {
                return new Token(Kind.WORD, word(), start + 1);
            }
            return new Token(Kind.SIGN, sign(), start + 1);
        }

        /** A quote inside is doubled or has a backslash before it; any other backslash stands for itself. */
        private String quoted(char quote) {
            StringBuilder text = new StringBuilder();
            int start = at++;
            while (at < filter.length()) {
                char next = filter.charAt(at);
                char after = at + 1 < filter.length() ? filter.charAt(at + 1) : ' ';
                if (after == quote && (next == quote || next == '\\')) {
                    text.append(quote);
                    at += 2;
                } else if (next == quote) {
                    at++;
                    return text.toString();
                } else {
                    text.append(next);
                    at++;
                }
            }
            throw FilterRefusals.malformed(start + 1, String.valueOf(quote));
        }

        private boolean isDigit(int place) {
            return place < filter.length() && filter.charAt(place) >= '0' && filter.charAt(place) <= '9';
        }

        private void digits() {
            while (isDigit(at)) {
                at++;
            }
        }

        private String number() {
            int start = at;
            digits();
            if (at < filter.length() && filter.charAt(at) == '.') {
                at++;
                digits();
            }
            if (at < filter.length() && (filter.charAt(at) | ' ') == 'e') {
                exponent();
            }
            return filter.substring(start, at);
        }

        private void exponent() {
            boolean signed = at + 1 < filter.length() && "+-".indexOf(filter.charAt(at + 1)) >= 0;
            if (isDigit(at + (signed ? 2 : 1))) {
                at += signed ? 2 : 1;
                digits();
            }
        }

        private String word() {
            int start = at;
            while (at < filter.length()) {
                int next = filter.codePointAt(at);
                if (!Character.isLetterOrDigit(next) && "_.:".indexOf(next) < 0) {
                    break;
                }
                at += Character.charCount(next);
            }
            return filter.substring(start, at);
        }

        private String sign() {
            String two = filter.substring(at, Math.min(at + 2, filter.length()));
            if (two.equals("<>") || two.equals("<=") || two.equals(">=")) {
                at += 2;
                return two;
            }
            int sign = filter.codePointAt(at);
            at += Character.charCount(sign);
            return Character.toString(sign).toLowerCase(Locale.ROOT);
        }
    }
}
