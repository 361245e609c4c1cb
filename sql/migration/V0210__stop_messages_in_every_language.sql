-- Why: a stop message keeps people from reporting, so whoever reads the page in another language must understand it, too. The text of the
-- message itself stays in the town's first language; it is what is shown where there is no translation.

create table catalogue.stop_message_translation (
    jurisdiction_id uuid not null,
    stop_message_id uuid not null,
    language text not null check (language in ('fr', 'en')),
    text text not null check (length(text) between 1 and 500),
    primary key (jurisdiction_id, stop_message_id, language),
    foreign key (jurisdiction_id, stop_message_id) references catalogue.stop_message on delete cascade
);
call access.protect('catalogue.stop_message_translation');
call access.touches('catalogue.stop_message_translation', 'catalogue');
