-- Why: each report writes two tasks and a message, and each task is written three times: planned, taken, removed. An index that no question
-- uses is written as often: none is asked by priority, unsent messages are found by their task, and only what is being done has a heartbeat.

drop index notification.scheduled_task_priority_execution_time_idx;
drop index notification.scheduled_task_last_heartbeat_idx;
create index scheduled_task_heartbeat on notification.scheduled_task (last_heartbeat) where last_heartbeat is not null;
drop index notification.message_jurisdiction_id_created_at_idx;
