package org.vigie.intake.file;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.request.Deadline;
import org.vigie.request.Deadlines;
import org.vigie.request.Request;
import org.vigie.request.RequestBatch;

/** Requests that another system knows by its own id. */
@Repository
class ImportedRequests {

    /** What is stored of an earlier import. */
    record Known(UUID requestId, byte[] sha256) {}

    /** A request as the file has it; its number is given when it is stored. */
    record Imported(Request request, Category category, String source, String externalId, byte[] sha256) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final RequestBatch batch;

    ImportedRequests(NamedParameterJdbcTemplate jdbc, RequestBatch batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Map<String, Known> find(String source, List<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Known> known = new HashMap<>();
        jdbc.query(
                "select request_id, external_id, import_sha256 from request.request where source = :source and external_id in (:ids)",
                Map.of("source", source, "ids", externalIds),
                row -> {
                    known.put(
                            row.getString("external_id"),
                            new Known(row.getObject("request_id", UUID.class), row.getBytes("import_sha256")));
                });
        return known;
    }

    void add(List<Imported> imported) {
        batch.add(imported.stream().map(ImportedRequests::row).toList());
    }

    void update(Imported imported, Instant now) {
        batch.replace(row(imported), now);
    }

    /** The other system has acknowledged what came in there. */
    private static RequestBatch.Row row(Imported imported) {
        List<Deadline> promises = imported.request().state().isOpen()
                ? Deadlines.from(
                                imported.category().promises(),
                                imported.request().times().receivedAt())
                        .stream()
                        .map(promise -> promise.commitment() == Commitment.ACKNOWLEDGE
                                ? promise.met(Optional.of(promise.startsAt()))
                                : promise)
                        .toList()
                : List.of();
        return new RequestBatch.Row(
                imported.request(), promises, imported.source(), imported.externalId(), imported.sha256());
    }
}
