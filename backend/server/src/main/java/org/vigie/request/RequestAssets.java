package org.vigie.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which request is about which thing of the town. */
@Repository
public class RequestAssets {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    RequestAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a new request is about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID requestId, UUID assetId) {
        jdbc.sql("""
                        insert into request.request_asset (jurisdiction_id, request_id, asset_id)
                        values (access.current_jurisdiction(), :request, :asset)
                        """).param("request", requestId).param("asset", assetId).update();
    }

    @Transactional(readOnly = true)
    public Optional<UUID> find(UUID requestId) {
        return jdbc.sql("select asset_id from request.request_asset where request_id = :request")
                .param("request", requestId)
                .query(UUID.class)
                .optional();
    }

    /** The open ones about it, the newest first, private ones among them. */
    @Transactional(readOnly = true)
    public List<UUID> openOn(UUID assetId) {
        return jdbc.sql("""
                        select r.request_id from request.request_asset a join request.request r using (jurisdiction_id, request_id)
                        where a.asset_id = :asset and r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                        order by r.received_at desc, r.request_id desc limit :most
                        """)
                .param("asset", assetId)
                .param("most", MOST)
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }
}
