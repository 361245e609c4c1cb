package org.vigie.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;

/**
 * A bean that works in the background or answers requests: it exists in the running service (and in its tests), not while a command
 * of the command line runs.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Profile("!" + OnlyWhenServing.COMMAND_PROFILE)
public @interface OnlyWhenServing {

    /** The Spring profile that is active while a command runs. */
    String COMMAND_PROFILE = "command";
}
