package org.vigie.access;

import java.util.List;

/**
 * A broken rule, with a stable name and the values that its sentence needs. The sentences are in {@code problems_*.properties}
 * under the same name and say what to do.
 */
public class Refusal extends RuntimeException {

    /** What sort of rule was broken. */
    public enum Kind {
        /** What was sent cannot be understood. */
        MALFORMED,
        /** What was sent is understood and not allowed. */
        INVALID,
        NOT_FOUND,
        FORBIDDEN,
        /** The state of things forbids it now. */
        CONFLICT,
        /** Somebody changed it since the caller read it. */
        CHANGED_MEANWHILE,
        /** The caller must say which revision it read. */
        REVISION_MISSING,
        TOO_LARGE,
        UNSUPPORTED_MEDIA,
        /** Too often: the first value is the whole minutes to wait. */
        TOO_MANY,
        /** This process carries no more of it: the first value is the seconds to wait. */
        FULL,
        NOT_SIGNED_IN
    }

    private final Kind kind;
    private final String name;
    private final transient List<Object> values;

    /**
     * @param name stable, in kebab case: the last segment of the problem's type
     * @param values filled into the sentence, in order
     */
    public Refusal(Kind kind, String name, Object... values) {
        super(name + " " + List.of(values));
        this.kind = kind;
        this.name = name;
        this.values = List.of(values);
    }

    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "not-found", what);
    }

    public static Refusal invalid(String name, Object... values) {
        return new Refusal(Kind.INVALID, name, values);
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public List<Object> values() {
        return values;
    }
}
