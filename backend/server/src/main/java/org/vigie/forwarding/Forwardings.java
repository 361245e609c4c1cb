package org.vigie.forwarding;

import static org.vigie.forwarding.Rows.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests of the jurisdiction that is open which are on their way to other systems, or there. */
@Repository
class Forwardings {

    private static final String AT_WORK = "stage not in ('WITHDRAWN', 'DONE')";

    private final JdbcClient jdbc;

    Forwardings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void queue(UUID id, UUID requestId, UUID organisationId, Forwarding.Attempts attempts) {
        jdbc.sql("""
                        insert into forwarding.forwarding (jurisdiction_id, forwarding_id, request_id, organisation_id, stage, queued_at,
                            next_attempt_at, give_up_at)
                        values (access.current_jurisdiction(), :id, :request, :organisation, 'WAITING', :now, :now, :until)
                        """)
                .param("id", id)
                .param("request", requestId)
                .param("organisation", organisationId)
                .param("now", at(attempts.nextAt()))
                .param("until", at(attempts.giveUpAt()))
                .update();
    }

    Optional<Forwarding> find(UUID id) {
        return jdbc.sql("select * from forwarding.forwarding where forwarding_id = :id")
                .param("id", id)
                .query(ForwardingRow::read)
                .optional();
    }

    /** Nobody else changes it before this transaction ends; whoever locks its request, too, locks that first. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Forwarding> lock(UUID id) {
        return jdbc.sql("select * from forwarding.forwarding where forwarding_id = :id for update")
                .param("id", id)
                .query(ForwardingRow::read)
                .optional();
    }

    /** The one that is on its way or there. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Forwarding> lockOf(UUID requestId) {
        return jdbc.sql("select * from forwarding.forwarding where request_id = :id and " + AT_WORK + " for update")
                .param("id", requestId)
                .query(ForwardingRow::read)
                .optional();
    }

    /** Of a request, newest first. */
    List<Forwarding> listOf(UUID requestId) {
        return jdbc.sql(
                        "select * from forwarding.forwarding where request_id = :id order by queued_at desc, forwarding_id desc")
                .param("id", requestId)
                .query(ForwardingRow::read)
                .list();
    }

    /** What is not there yet, what a person has to look at first. */
    List<Forwarding> listNotThere(UUID organisationId, int limit) {
        return jdbc.sql("""
                        select * from forwarding.forwarding where organisation_id = :id and stage in ('WAITING', 'TOKEN', 'REFUSED')
                        order by stage = 'REFUSED' desc, queued_at limit :limit
                        """)
                .param("id", organisationId)
                .param("limit", limit)
                .query(ForwardingRow::read)
                .list();
    }

    List<Forwarding> list(UUID organisationId, Forwarding.Stage stage) {
        return jdbc.sql(
                        "select * from forwarding.forwarding where organisation_id = :id and stage = :stage order by queued_at")
                .param("id", organisationId)
                .param("stage", stage.name())
                .query(ForwardingRow::read)
                .list();
    }

    int count(UUID organisationId, Forwarding.Stage stage) {
        return jdbc.sql("select count(*) from forwarding.forwarding where organisation_id = :id and stage = :stage")
                .param("id", organisationId)
                .param("stage", stage.name())
                .query(Integer.class)
                .single();
    }

    /** Those that are looked at, whoever was not asked for the longest first. */
    List<Forwarding> listFollowed(UUID organisationId, int limit) {
        return jdbc.sql("""
                        select * from forwarding.forwarding where organisation_id = :id and stage in ('FOLLOWED', 'ENDED_THERE')
                        order by asked_at nulls first, forwarding_id limit :limit
                        """)
                .param("id", organisationId)
                .param("limit", limit)
                .query(ForwardingRow::read)
                .list();
    }

    /** By the number that it has there. */
    Optional<UUID> findFollowed(UUID organisationId, String remoteId) {
        return jdbc
                .sql("""
                        select forwarding_id from forwarding.forwarding
                        where organisation_id = :id and remote_id = :remote and stage in ('FOLLOWED', 'ENDED_THERE')
                        order by queued_at desc limit 1
                        """)
                .param("id", organisationId)
                .param("remote", remoteId)
                .query((row, n) -> row.getObject("forwarding_id", UUID.class))
                .list()
                .stream()
                .findFirst();
    }

    /** @param seen those of them that the other side had something to say of */
    void asked(List<UUID> ids, Set<UUID> seen, Instant now) {
        jdbc.sql("""
                        update forwarding.forwarding
                        set asked_at = :now, seen_at = case when forwarding_id = any(:seen) then :now else seen_at end
                        where forwarding_id = any(:ids)
                        """)
                .param("now", at(now))
                .param("seen", seen.toArray(UUID[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** @return false when that update was taken before */
    boolean hear(UUID id, String updateId) {
        return jdbc.sql("""
                        insert into forwarding.heard (jurisdiction_id, forwarding_id, update_id)
                        values (access.current_jurisdiction(), :id, :update) on conflict do nothing
                        """).param("id", id).param("update", updateId).update() > 0;
    }

    /** What the other side told last; {@link Forwarding.Heard} says what is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    void told(UUID id, Forwarding.Stage stage, Forwarding.Heard heard, Instant now) {
        jdbc.sql("""
                        update forwarding.forwarding set stage = :stage, seen_at = :now, remote_status = :status, remote_changed_at = :changed,
                            last_words = :words,
                            ended_at = case when :stage = 'ENDED_THERE' then coalesce(ended_at, :now) end
                        where forwarding_id = :id
                        """)
                .param("id", id)
                .param("stage", stage.name())
                .param("now", at(now))
                .param("status", heard.status().orElse(null))
                .param("changed", heard.changedAt().map(Rows::at).orElse(null))
                .param("words", heard.words())
                .update();
    }

    /** Those that were closed there so long ago are looked at no more. */
    void finish(UUID organisationId, Instant endedBefore) {
        jdbc.sql("""
                        update forwarding.forwarding set stage = 'DONE' where organisation_id = :id and stage = 'ENDED_THERE' and ended_at < :before
                        """)
                .param("id", organisationId)
                .param("before", at(endedBefore))
                .update();
    }
}
