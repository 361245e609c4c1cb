-- Why: a request keeps the version of the process that it began with, and what its requester answered to that version's questions.

alter table request.request
    add process_version_id uuid,
    -- By the code of the question, each as text; seen by staff only.
    add answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
    add foreign key (jurisdiction_id, process_version_id) references catalogue.process_version;
