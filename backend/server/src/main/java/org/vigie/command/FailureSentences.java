package org.vigie.command;

import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;

/** One clear sentence for a failure, in the language of the machine's locale. */
@Component
class FailureSentences {

    private final MessageSource messages;

    FailureSentences(MessageSource messages) {
        this.messages = messages;
    }

    String of(Throwable failure) {
        return find(failure, Refusal.class).map(this::sentence).orElseGet(() -> plain(failure));
    }

    private String sentence(Refusal refusal) {
        try {
            return messages.getMessage(
                    refusal.name() + ".detail", refusal.values().toArray(), Locale.getDefault());
        } catch (NoSuchMessageException e) {
            return String.valueOf(refusal.getMessage());
        }
    }

    /** The sentence of the first exception of ours in the chain, else that of its deepest cause. */
    static String plain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("org.vigie.")) {
                return String.valueOf(cause.getMessage());
            }
        }
        if (find(failure, ConfigurationPropertiesBindException.class).isPresent()) {
            return "A setting is missing or wrong. Set VIGIE_DATABASE_URL (jdbc:postgresql://…), VIGIE_DATABASE_USER, VIGIE_DATABASE_PASSWORD, "
                    + "VIGIE_DATABASE_SERVICE_PASSWORD and VIGIE_DATABASE_READER_PASSWORD; --debug names the one.";
        }
        Throwable deepest = NestedExceptionUtils.getMostSpecificCause(failure);
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
