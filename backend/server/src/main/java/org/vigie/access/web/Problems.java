package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;

/** Every exception that leaves a controller becomes an RFC 9457 problem; nothing of the inside shows in it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemAnswers answers;

    Problems(ProblemAnswers answers) {
        this.answers = answers;
    }

    /**
     * An answer that has begun cannot become a problem. The failure itself goes on to the container, which breaks the connection off, so that
     * nobody takes the part for the whole, and tells it once in the log; what only says that a reader has gone or was cut off it does not tell.
     */
    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> onAnything(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // The reader has gone.
        }
        if (response.isCommitted()) {
            throw failure;
        }
        return answers.answer(problem(failure), request);
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> ProblemOf.refusal(refusal);
            case Wgs84Point.PositionOutOfRange outside -> Problem.of(HttpStatus.BAD_REQUEST, "position-out-of-range");
            case AuthenticationException notSignedIn -> Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in");
            case AccessDeniedException denied -> denied();
            default ->
                ProblemOf.requestFault(failure)
                        .or(() -> ProblemOf.unavailable(failure))
                        .orElseGet(() -> unexpected(failure));
        };
    }

    private static Problem denied() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken
                ? Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in")
                : Problem.of(HttpStatus.FORBIDDEN, "not-your-role");
    }

    /** The id in the answer is the one in the log. */
    static Problem unexpected(Throwable failure) {
        String id = Ids.next().toString();
        LOG.error("unexpected failure {}", id, failure);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected-failure", id);
    }
}
