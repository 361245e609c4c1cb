package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** What is offered where and when in the jurisdiction that is open, and whether a change would leave a place with nothing. */
@Repository
public class Activations {

    private static final String SELECT = """
            select a.*, d.code as domain_code, c.code as category_code
            from catalogue.activation a
            left join catalogue.domain d using (jurisdiction_id, domain_id)
            left join catalogue.category c on c.jurisdiction_id = a.jurisdiction_id and c.category_id = a.category_id
            """;

    private final JdbcClient jdbc;
    private final Offers offers;
    private final OfferGaps gaps;

    Activations(JdbcClient jdbc, Offers offers, OfferGaps gaps) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.gaps = gaps;
    }

    /** In the order in which they begin. */
    @Transactional(readOnly = true)
    public List<Activation> list() {
        return jdbc.sql(SELECT + "order by a.offered_from, a.activation_id")
                .query(Activations::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Activation> find(UUID id) {
        return jdbc.sql(SELECT + "where a.activation_id = :id")
                .param("id", id)
                .query(Activations::read)
                .optional();
    }

    /**
     * Adds it, or writes over the one of that id.
     *
     * @param confirmed also when some place is left without anything that may be reported
     * @throws Refusal offer-leaves-nothing, unless it is confirmed
     */
    @Transactional
    public void save(Activation activation, boolean confirmed) {
        changed(
                confirmed,
                () -> jdbc.sql("""
                        insert into catalogue.activation (jurisdiction_id, activation_id, domain_id, category_id, ground_id, offered_from,
                            offered_until)
                        values (access.current_jurisdiction(), :id, (select domain_id from catalogue.domain where code = :domain),
                            (select category_id from catalogue.category where code = :category), :ground, :from, :until)
                        on conflict (jurisdiction_id, activation_id) do update
                        set domain_id = excluded.domain_id, category_id = excluded.category_id, ground_id = excluded.ground_id,
                            offered_from = excluded.offered_from, offered_until = excluded.offered_until
                        """)
                        .param("id", activation.id())
                        .param("domain", activation.domain().orElse(null))
                        .param("category", activation.category().orElse(null))
                        .param("ground", activation.groundId().orElse(null))
                        .param("from", Timestamp.from(activation.from()))
                        .param("until", activation.until().map(Timestamp::from).orElse(null))
                        .update());
    }

    /**
     * Takes it away; without any, a category is offered everywhere again.
     *
     * @throws Refusal offer-leaves-nothing, unless it is confirmed
     */
    @Transactional
    public void remove(UUID id, boolean confirmed) {
        changed(
                confirmed,
                () -> jdbc.sql("delete from catalogue.activation where activation_id = :id")
                        .param("id", id)
                        .update());
    }

    private void changed(boolean confirmed, Runnable write) {
        OfferLookup before = offers.now();
        write.run();
        offers.forget();
        if (!confirmed) {
            gaps.first(before, offers.now()).ifPresent(gap -> {
                throw new Refusal(Refusal.Kind.CONFLICT, "offer-leaves-nothing", gap.places(), gap.from());
            });
        }
    }

    private static Activation read(ResultSet row, int rowNumber) throws SQLException {
        Timestamp until = row.getTimestamp("offered_until");
        Optional<Instant> end = Optional.ofNullable(until).map(Timestamp::toInstant);
        return new Activation(
                row.getObject("activation_id", UUID.class),
                Optional.ofNullable(row.getString("domain_code")),
                Optional.ofNullable(row.getString("category_code")),
                Optional.ofNullable(row.getObject("ground_id", UUID.class)),
                row.getTimestamp("offered_from").toInstant(),
                end);
    }
}
