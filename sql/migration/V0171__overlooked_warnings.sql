-- Why: what was brought in by a file has set no timer. Its warnings are looked for as its breaches are, by what comes next.

create index deadline_open_warns on request.deadline (jurisdiction_id, warns_at) where met_at is null and paused_at is null;
