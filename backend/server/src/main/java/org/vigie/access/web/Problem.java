package org.vigie.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong, before it is put into words.
 *
 * @param name last segment of the problem's type; its sentences are {@code <name>.title} and {@code <name>.detail}
 * @param values filled into the sentences, in order
 * @param fields what is wrong with single fields of what was sent
 * @param headers sent along, such as Allow or Retry-After
 */
record Problem(
        HttpStatusCode status, String name, List<Object> values, List<FieldProblem> fields, HttpHeaders headers) {

    /**
     * @param field path of the field in what was sent, such as {@code contact.email} or {@code photos[2]}
     * @param detail in words; null leaves it to the problem's own
     */
    record FieldProblem(String field, @Nullable String detail) {}

    static Problem of(HttpStatusCode status, String name, Object... values) {
        return new Problem(status, name, List.of(values), List.of(), new HttpHeaders());
    }

    Problem withFields(List<FieldProblem> wrong) {
        return new Problem(status, name, values, wrong, headers);
    }

    Problem withHeaders(HttpHeaders more) {
        return new Problem(status, name, values, fields, more);
    }

    Problem retryAfter(long seconds) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return withHeaders(more);
    }
}
