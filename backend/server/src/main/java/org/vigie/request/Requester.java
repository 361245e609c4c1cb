package org.vigie.request;

import java.util.Optional;

/**
 * Who asked. Never published.
 *
 * @param name may be empty
 * @param locale in which they are answered, BCP 47
 * @param organisationName in whose name they ask; empty for a person, and when it was not said
 */
public record Requester(
        String name,
        Optional<String> email,
        Optional<String> phone,
        String locale,
        Type type,
        String organisationName) {

    /** In whose name somebody asks. */
    public enum Type {
        /** Their own. */
        PERSON,
        ASSOCIATION,
        /** Of sports or leisure. */
        CLUB,
        BUSINESS
    }

    /** Somebody who asks in their own name. */
    public Requester(String name, Optional<String> email, Optional<String> phone, String locale) {
        this(name, email, phone, locale, Type.PERSON, "");
    }

    public boolean isEmpty() {
        return name.isBlank() && email.isEmpty() && phone.isEmpty() && organisationName.isBlank();
    }

    /** Whom a letter greets: who wrote, else the organisation; may be empty. */
    public String saluted() {
        return name.isBlank() ? organisationName : name;
    }

    /** As on an envelope: the organisation and who wrote for it; may be empty. */
    public String addressee() {
        String between = organisationName.isBlank() || name.isBlank() ? "" : ", ";
        return organisationName + between + name;
    }
}
