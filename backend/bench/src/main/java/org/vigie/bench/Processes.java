package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that are run to their end, each bounded in time, and such as serve until they are told to stop. */
final class Processes {

    private Processes() {}

    /** @return what it printed */
    static String run(List<String> command, Map<String, String> environment, Path log, Duration longest)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(command.getFirst() + " did not end within " + longest);
            }
        } finally {
            process.destroyForcibly();
        }
        String said = java.nio.file.Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed: " + said.substring(Math.max(0, said.length() - 1500)));
        }
        return said;
    }

    static Process serve(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        return process;
    }

    /** It and whatever it started. */
    static void stop(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
