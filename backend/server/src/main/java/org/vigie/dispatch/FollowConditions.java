package org.vigie.dispatch;

import java.util.List;
import java.util.Map;

/** The part of the queue's filter that asks who follows a request and who has to answer. */
final class FollowConditions {

    static final String TO_ACKNOWLEDGE = """
            exists (select from request.deadline k
                where k.jurisdiction_id = r.jurisdiction_id and k.request_id = r.request_id and k.commitment = 'ACKNOWLEDGE'
                    and k.met_at is null)""";

    private static final String WAITS_FOR_A_SERVICE =
            "(r.transmitted_at is not null or (r.state in ('RECEIVED', 'REOPENED') and r.return_cause is distinct from 'REFUSED'))";

    private static final String THEIR_SERVICE = """
            exists (select from catalogue.referent f
                where f.jurisdiction_id = r.jurisdiction_id and f.service_id = r.service_id
                    and (f.category_id is null or f.category_id = r.category_id)
                    and (f.sector_id is null or f.sector_id = r.sector_id)
                    and (f.account_id in (:inboxPeople) or f.deputy_account_id = :inboxDeputy))""";

    private FollowConditions() {}

    static void add(DeskFilter.Follow follow, List<String> conditions, Map<String, Object> values) {
        if (!follow.owners().isEmpty()) {
            conditions.add("r.owner_account_id in (:owners)");
            values.put("owners", follow.owners());
        }
        follow.inbox().ifPresent(inbox -> {
            conditions.add(WAITS_FOR_A_SERVICE);
            if (!inbox.people().isEmpty()) {
                conditions.add(THEIR_SERVICE);
                values.put("inboxPeople", inbox.people());
                values.put("inboxDeputy", inbox.deputyId());
            }
        });
        if (follow.transferred()) {
            conditions.add("r.transfers > 1");
        }
        if (follow.toAcknowledge()) {
            conditions.add(TO_ACKNOWLEDGE);
        }
    }
}
