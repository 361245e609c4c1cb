package org.vigie.access.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.vigie.access.Refusal;
import org.vigie.access.web.Problem.FieldProblem;

/** Names what an exception means to the caller. */
final class ProblemOf {

    private static final int RETRY_SECONDS = 5;

    /** By the longest time a statement may take. */
    private static final String CANCELLED = "57014";

    private ProblemOf() {}

    static Problem refusal(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case CHANGED_MEANWHILE -> HttpStatus.PRECONDITION_FAILED;
            case REVISION_MISSING -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case FULL -> HttpStatus.SERVICE_UNAVAILABLE;
            case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
        };
        Problem problem = Problem.of(status, refusal.name(), refusal.values().toArray());
        return switch (refusal.kind()) {
            case TOO_MANY -> problem.retryAfter(toWait(refusal) * 60);
            case FULL -> problem.retryAfter(toWait(refusal));
            default -> problem;
        };
    }

    /** The first value of a refusal that says when to come again. */
    private static long toWait(Refusal refusal) {
        return refusal.values().stream()
                .findFirst()
                .filter(Number.class::isInstance)
                .map(first -> Math.max(1, ((Number) first).longValue()))
                .orElse(1L);
    }

    /** What Spring says of a request that no controller could take. */
    static Optional<Problem> requestFault(Exception failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> Optional.of(UnreadableBody.problem(unreadable));
            case MissingServletRequestParameterException missing ->
                Optional.of(badRequest("parameter-missing", missing.getParameterName()));
            case MissingRequestHeaderException missing -> Optional.of(missingHeader(missing.getHeaderName()));
            case MethodArgumentTypeMismatchException mismatch ->
                Optional.of(refusalIn(mismatch).orElseGet(() -> badRequest("parameter-malformed", mismatch.getName())));
            case TypeMismatchException mismatch ->
                Optional.of(badRequest("parameter-malformed", String.valueOf(mismatch.getPropertyName())));
            case BindException invalid -> Optional.of(invalidFields(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid -> Optional.of(invalidParameters(invalid));
            case ConstraintViolationException invalid -> Optional.of(violated(invalid));
            case MaxUploadSizeExceededException large ->
                Optional.of(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large"));
            case MultipartException notParts -> Optional.of(Problem.of(HttpStatus.BAD_REQUEST, "status-400"));
            case ErrorResponse other -> Optional.of(known(other));
            default -> refusalIn(failure);
        };
    }

    private static Problem missingHeader(String name) {
        return name.equalsIgnoreCase(HttpHeaders.IF_MATCH)
                ? refusal(Revision.missing())
                : badRequest("header-missing", name);
    }

    private static Problem badRequest(String name, String field) {
        return Problem.of(HttpStatus.BAD_REQUEST, name, field).withFields(List.of(new FieldProblem(field, null)));
    }

    private static Problem known(ErrorResponse response) {
        String name = switch (response) {
            case HttpRequestMethodNotSupportedException method -> "method-not-allowed";
            case HttpMediaTypeNotSupportedException media -> "media-type-not-supported";
            case HttpMediaTypeNotAcceptableException media -> "not-acceptable";
            default -> "status-" + response.getStatusCode().value();
        };
        return Problem.of(response.getStatusCode(), name).withHeaders(response.getHeaders());
    }

    private static Problem invalidFields(BindingResult result) {
        Stream<FieldProblem> fields = result.getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()));
        Stream<FieldProblem> whole = result.getGlobalErrors().stream()
                .map(error -> new FieldProblem(error.getObjectName(), error.getDefaultMessage()));
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "fields-invalid")
                .withFields(Stream.concat(fields, whole).toList());
    }

    private static Problem invalidParameters(HandlerMethodValidationException invalid) {
        List<FieldProblem> fields = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "?"),
                                error.getDefaultMessage())))
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "parameters-invalid").withFields(fields);
    }

    private static Problem violated(ConstraintViolationException invalid) {
        List<FieldProblem> fields = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "fields-invalid").withFields(fields);
    }

    /** A refusal that a converter or a record's constructor threw and Spring wrapped. */
    static Optional<Problem> refusalIn(Throwable failure) {
        return causes(failure)
                .filter(Refusal.class::isInstance)
                .map(refusal -> refusal((Refusal) refusal))
                .findFirst();
    }

    /** The database is away, refuses connections, took too long, or two transactions stood in each other's way: trying again helps. */
    static Optional<Problem> unavailable(Exception failure) {
        return causes(failure)
                .flatMap(cause -> isAway(cause)
                        ? Stream.of("database-unavailable")
                        : CANCELLED.equals(state(cause)) ? Stream.of("reading-too-slow") : Stream.empty())
                .findFirst()
                .map(name -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, name).retryAfter(RETRY_SECONDS));
    }

    private static boolean isAway(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException || cause instanceof PessimisticLockingFailureException) {
            return true;
        }
        // 08: connection; 53: out of resources; 57P: the server is stopping or starting; 40: serialisation, deadlock.
        String state = state(cause);
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("40");
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException sql ? Objects.requireNonNullElse(sql.getSQLState(), "") : "";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
