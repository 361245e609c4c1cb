-- Why: a letter goes with the message that brings it. Removed with its message.

create table notification.attachment (
    jurisdiction_id uuid not null,
    message_id uuid not null,
    attachment_number int not null,
    file_name text not null,
    media_type text not null,
    content bytea not null,
    primary key (jurisdiction_id, message_id, attachment_number),
    foreign key (jurisdiction_id, message_id) references notification.message on delete cascade
);
call access.protect('notification.attachment');
