package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.calendar.Warning;
import org.vigie.demo.life.Case;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Deadline;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Place;
import org.vigie.request.Request;

/** Writes requests that have long been lived through: nobody is told of them. */
@Component
class Archive {

    /** As long as intake keeps them; what is older has been removed already. */
    private static final int CONTACT_KEPT_MONTHS = 24;

    private static final String REQUEST = """
            request_id, number, kind, state, category_id, description, channel, priority, is_private, location, location_source, address,
            sector_id, sector_version_id, placement_rule, metres_to_edge, service_id, team_id, assignment_rule, assignment_reason,
            owner_account_id, next_commitment, next_starts_at, next_due_at, received_at, changed_at, resolved_at, closed_at, revision""";

    private static final String HISTORY =
            "request_id, entry_id, happened_at, entry, from_state, to_state, public_text, staff_text, actor_account_id, actor_label";

    private static final String JOB =
            "job_id, request_id, team_id, step, offered_at, accepted_at, en_route_at, on_site_at, ended_at, note";

    private static final String DEADLINE =
            "request_id, commitment, starts_at, due_at, met_at, amount, unit, calendar_id, warning_kind, warning_value, warns_at, paused_micros";

    private final Rows rows;

    Archive(Rows rows) {
        this.rows = rows;
    }

    void write(List<Case> cases, Instant now, ZoneId zone) {
        rows.add("request.request", REQUEST, sink -> cases.forEach(each -> writeRequest(each, sink)));
        rows.add(
                "request.deadline",
                DEADLINE,
                sink -> cases.forEach(each -> each.deadlines().forEach(d -> writeDeadline(each, d, sink))));
        rows.add(
                "request.history",
                HISTORY,
                sink -> cases.forEach(each -> each.history().forEach(entry -> writeEntry(each, entry, sink))));
        rows.add(
                "request.requester",
                "request_id, name, email, phone, locale, removal_on",
                sink -> cases.forEach(each -> writeRequester(each, now, zone, sink)));
        rows.add(
                "intervention.job",
                JOB,
                sink -> cases.forEach(each -> each.jobs().forEach(job -> writeJob(each, job, sink))));
        rows.add(
                "request.number_sequence",
                "year, last_number",
                sink -> lastNumbers(cases).forEach(sink::row));
    }

    private static void writeRequest(Case each, Rows.Sink sink) {
        Request request = each.request();
        Place place = request.place();
        Optional<Deadline> next = each.deadlines().stream()
                .filter(deadline -> deadline.metAt().isEmpty())
                .min(Comparator.comparing(Deadline::dueAt));
        sink.row(
                request.id(),
                request.number(),
                request.kind(),
                request.state(),
                request.categoryId(),
                request.description(),
                request.channel(),
                request.priority(),
                request.isPrivate(),
                place.position().map(Wgs84Point::toJts),
                place.source(),
                place.address(),
                place.sectorId(),
                place.sectorVersionId(),
                place.rule(),
                place.metresToEdge(),
                request.assignment().serviceId(),
                request.assignment().teamId(),
                request.assignment().rule(),
                request.assignment().reason(),
                request.ownerAccountId(),
                next.map(Deadline::commitment),
                next.map(Deadline::startsAt),
                next.map(Deadline::dueAt),
                request.times().receivedAt(),
                request.times().changedAt(),
                request.times().resolvedAt(),
                request.times().closedAt(),
                request.revision());
    }

    private static void writeDeadline(Case each, Deadline deadline, Rows.Sink sink) {
        Promise promise = deadline.promise();
        sink.row(
                each.request().id(),
                deadline.commitment(),
                deadline.startsAt(),
                deadline.dueAt(),
                deadline.metAt(),
                promise.length().amount(),
                promise.length().unit(),
                promise.calendar().id(),
                promise.warning().map(Warning::kind),
                promise.warning().map(Warning::value),
                deadline.warnsAt(),
                0L);
    }

    private static void writeEntry(Case each, HistoryEntry entry, Rows.Sink sink) {
        sink.row(
                each.request().id(),
                entry.id(),
                entry.at(),
                entry.kind(),
                maybe(entry.from()),
                maybe(entry.to()),
                maybe(entry.publicText()),
                maybe(entry.staffText()),
                maybe(entry.actorAccountId()),
                entry.actorLabel());
    }

    private static void writeRequester(Case each, Instant now, ZoneId zone, Rows.Sink sink) {
        LocalDate removal =
                LocalDate.ofInstant(each.request().times().receivedAt(), zone).plusMonths(CONTACT_KEPT_MONTHS);
        if (removal.isAfter(LocalDate.ofInstant(now.plus(Duration.ofDays(1)), zone))) {
            each.requester()
                    .ifPresent(who ->
                            sink.row(each.request().id(), who.name(), who.email(), who.phone(), who.locale(), removal));
        }
    }

    private static void writeJob(Case each, Case.Job job, Rows.Sink sink) {
        sink.row(
                job.id(),
                each.request().id(),
                each.request().assignment().teamId(),
                job.step(),
                job.offeredAt(),
                job.acceptedAt(),
                job.enRouteAt(),
                job.onSiteAt(),
                job.endedAt(),
                job.note());
    }

    /** The last number of each year, from numbers like 2026-004217. */
    private static List<Object[]> lastNumbers(List<Case> cases) {
        return cases.stream()
                .map(each -> each.request().number().split("-", 2))
                .collect(Collectors.toMap(
                        Function.<String[]>identity().andThen(parts -> parts[0]), parts -> parts[1], (a, b) -> b))
                .entrySet()
                .stream()
                .map(year -> new Object[] {Integer.valueOf(year.getKey()), Integer.valueOf(year.getValue())})
                .toList();
    }

    private static <T> Optional<T> maybe(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
