-- Why: those who did not report it but want to know: followers of a request, by e-mail.

create schema citizen;
grant usage on schema citizen to vigie_app;

create table citizen.follower (
    jurisdiction_id uuid not null,
    request_id uuid not null,
    email text not null,
    locale text not null default 'fr',
    since timestamptz not null,
    removal_on date not null,
    primary key (jurisdiction_id, request_id, email),
    foreign key (jurisdiction_id, request_id) references request.request
);
call access.protect('citizen.follower');
