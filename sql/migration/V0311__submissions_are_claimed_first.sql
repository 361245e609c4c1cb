-- Why: that a submission is the first of its key is found out by writing it, which also makes two that come at once wait for each other:
-- one statement instead of a lock, a look and a write. The request that it makes is there when the transaction ends.

alter table intake.submission
    alter constraint submission_jurisdiction_id_request_id_fkey deferrable initially deferred;
