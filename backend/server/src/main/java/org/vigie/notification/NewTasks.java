package org.vigie.notification;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.access.database.OneExchange;

/** Plans durable tasks in the same exchange as what needs them. */
@Component
public class NewTasks {

    /** As db-scheduler writes it. */
    private static final String INSERT = """
            insert into notification.scheduled_task (task_name, task_instance, task_data, execution_time, picked, version)
            values (:name, :instance, :data, :at, false, 1)
            """;

    private final Serializer serializer;

    NewTasks(Serializer taskSerializer) {
        this.serializer = taskSerializer;
    }

    /** @param task of which there was never one of that name and instance */
    public void plan(OneExchange exchange, TaskInstance<?> task, Instant at) {
        exchange.add(
                INSERT,
                Map.of(
                        "name",
                        task.getTaskName(),
                        "instance",
                        task.getId(),
                        "data",
                        serializer.serialize(task.getData()),
                        "at",
                        Timestamp.from(at)));
    }
}
