-- Why: a foreign key that points to a request is looked up by jurisdiction and id. While a city is new, every index that begins with the
-- jurisdiction costs the planner the same, it takes the youngest, and the plan is kept while thousands of requests come in one transaction,
-- each look-up reading all of the city. Only the primary key begins with the jurisdiction from here on.

drop index request.request_by_received;
create index request_by_received on request.request (received_at desc, jurisdiction_id);

alter table request.request
    drop constraint request_jurisdiction_id_number_key,
    add constraint request_number_key unique (number, jurisdiction_id);
