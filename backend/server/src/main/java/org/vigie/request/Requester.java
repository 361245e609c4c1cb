package org.vigie.request;

import java.util.Optional;

/**
 * Who asked. Never published.
 *
 * @param name may be empty
 * @param locale in which they are answered, BCP 47
 */
public record Requester(String name, Optional<String> email, Optional<String> phone, String locale) {

    public boolean isEmpty() {
        return name.isBlank() && email.isEmpty() && phone.isEmpty();
    }
}
