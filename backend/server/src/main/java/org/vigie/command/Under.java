package org.vigie.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Makes a picocli {@code @Command} class a bean and hangs it below another command: {@code @Under(parent = "import")} for
 * {@code import sectors}, {@code @Under(parent = "")} for a first word. One class a command; a {@code Callable<Integer>} that returns the
 * exit code and throws a {@link org.vigie.access.Refusal} when it cannot do its work.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@interface Under {

    /** Name of the parent command, or the empty string. */
    String parent();
}
