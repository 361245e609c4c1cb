-- Why: whoever asked says afterwards whether it is right: they reopen it, or say how they were served. And a report from the field is of
-- use only when it holds what its kind of work needs, so that nobody must go a second time.

create table citizen.satisfaction (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    score int not null check (score between 1 and 5),
    words text not null default '' check (length(words) <= 1000),
    given_at timestamptz not null,
    -- Day on which the words are emptied; the score names nobody and stays.
    removal_on date not null,
    primary key (jurisdiction_id, request_id),
    foreign key (jurisdiction_id, request_id) references request.request
);
create index on citizen.satisfaction (jurisdiction_id, given_at);
call access.protect('citizen.satisfaction');
comment on table citizen.satisfaction is 'The last word of the requester on each request; 5 is best.';

alter table catalogue.category add required_of_report text[] not null default '{}'
    check (required_of_report <@ array['PHOTO_BEFORE', 'PHOTO_AFTER', 'NOTE', 'CAUSE', 'QUANTITY']);
comment on column catalogue.category.required_of_report is 'What a team must tell before a job of this category is done.';

alter table intervention.job add cause text not null default '' check (length(cause) <= 500);
alter table intervention.job add quantity numeric(12, 3) check (quantity >= 0);
alter table intervention.job add quantity_unit text not null default '' check (length(quantity_unit) <= 20);
-- 1 the first time that a team goes to a request; a job that was withdrawn before anybody arrived was no visit.
alter table intervention.job add visit_number int not null default 1 check (visit_number > 0);

create function intervention.count_visits() returns trigger
    language plpgsql as
$$
begin
    new.visit_number := 1 + (
        select count(*) from intervention.job j
        where j.jurisdiction_id = new.jurisdiction_id and j.request_id = new.request_id and j.on_site_at is not null
            and j.job_id <> new.job_id);
    return new;
end
$$;
create index job_by_request on intervention.job (jurisdiction_id, request_id);
create trigger count_visits before insert on intervention.job for each row execute function intervention.count_visits();

do $$
declare j record;
begin
    for j in select jurisdiction_id from territory.jurisdiction loop
        perform set_config('vigie.jurisdiction', j.jurisdiction_id::text, true);
        update intervention.job later set visit_number = 1 + (
            select count(*) from intervention.job earlier
            where earlier.jurisdiction_id = later.jurisdiction_id and earlier.request_id = later.request_id
                and earlier.on_site_at is not null and (earlier.offered_at, earlier.job_id) < (later.offered_at, later.job_id))
        where exists (
            select from intervention.job other
            where other.jurisdiction_id = later.jurisdiction_id and other.request_id = later.request_id and other.job_id <> later.job_id);
    end loop;
    perform set_config('vigie.jurisdiction', '', true);
end
$$;
