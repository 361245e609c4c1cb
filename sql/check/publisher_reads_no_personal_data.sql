-- The owner of the published views may not read a table or column that names people.
select c.oid::regclass as reachable
from pg_class c
where c.relkind in ('r', 'p')
  and c.oid::regclass::text in ('access.account', 'access.sign_in_failure', 'access.session', 'access.session_attributes', 'request.requester',
    'citizen.follower', 'notification.message', 'notification.attachment', 'reply.formal_reply', 'reply.decision', 'team.member', 'team.position', 'catalogue.referent', 'request.requester_word')
  and has_any_column_privilege('map_publisher', c.oid, 'select');
