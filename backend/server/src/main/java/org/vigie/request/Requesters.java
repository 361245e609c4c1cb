package org.vigie.request;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.ExpiringPersonalData;

/** Who asked, kept apart from what they asked. */
@Repository
public class Requesters implements ExpiringPersonalData {

    private static final String INSERT = """
            insert into request.requester (jurisdiction_id, request_id, name, email, phone, locale, requester_type,
                organisation_name, removal_on)
            values (access.current_jurisdiction(), :request, :name, :email, :phone, :locale, :type, :organisation, :removal)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Requesters(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps who asked for a new request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(RequestArriving arriving, Requester requester, LocalDate removalOn) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("request", arriving.request().id());
        values.put("name", requester.name());
        values.put("email", requester.email().orElse(null));
        values.put("phone", requester.phone().orElse(null));
        values.put("locale", requester.locale());
        values.put("type", requester.type().name());
        values.put("organisation", requester.organisationName());
        values.put("removal", Date.valueOf(removalOn));
        arriving.exchange().add(INSERT, values);
        events.publishEvent(new RequesterKnown(arriving, requester));
    }

    @Transactional(readOnly = true)
    public Optional<Requester> find(UUID requestId) {
        return jdbc.sql("select * from request.requester where request_id = :id")
                .param("id", requestId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** From a row of {@code request.requester}. */
    public static Requester read(ResultSet row) throws SQLException {
        return new Requester(
                row.getString("name"),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("phone")),
                row.getString("locale"),
                Requester.Type.valueOf(row.getString("requester_type")),
                row.getString("organisation_name"));
    }

    @Override
    public String description() {
        return "requesters";
    }

    @Override
    @Transactional
    public int removeExpired(LocalDate today) {
        return jdbc.sql("delete from request.requester where removal_on < :today")
                .param("today", Date.valueOf(today))
                .update();
    }
}
