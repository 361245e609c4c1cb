package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What this machine is and has. */
final class Machine {

    private Machine() {}

    /** @return absent when it is not installed */
    static Optional<Path> program(String... names) {
        for (String name : names) {
            for (String directory : (System.getenv("PATH") + ":/usr/sbin:/usr/lib/cgi-bin").split(":")) {
                Path program = Path.of(directory, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    static List<String> describe(Database database) {
        List<String> lines = new ArrayList<>();
        lines.add("%d cores, %s, %,d MiB"
                .formatted(Runtime.getRuntime().availableProcessors(), processor(), memoryMegabytes()));
        lines.add(System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version"));
        lines.add(database.text("postgres", "select 'PostgreSQL ' || current_setting('server_version')"));
        lines.add(database.text("template1", "select 'PostGIS ' || postgis_lib_version()"));
        for (String setting : List.of("shared_buffers", "max_wal_size", "fsync", "synchronous_commit", "jit")) {
            lines.add(setting + " = " + database.text("postgres", "select current_setting('" + setting + "')"));
        }
        program("wrk").ifPresent(wrk -> lines.add(firstLine(List.of(wrk.toString(), "-v"))));
        program("nginx").ifPresent(nginx -> lines.add(firstLine(List.of(nginx.toString(), "-v"))));
        program("mapserv")
                .ifPresent(mapserver ->
                        lines.add(firstLine(List.of(mapserver.toString(), "-v")).replaceAll(" OUTPUT.*", "")));
        program("qgis_mapserv.fcgi").ifPresent(qgis -> lines.add("QGIS Server"));
        program("node").ifPresent(node -> lines.add("node " + firstLine(List.of(node.toString(), "-v"))));
        return lines;
    }

    static String load() {
        return read("/proc/loadavg").replaceAll("^(\\S+ \\S+ \\S+).*", "$1").strip();
    }

    static long memoryMegabytes() {
        return number(read("/proc/meminfo"), "MemTotal") >> 10;
    }

    /** @return of the process, in MB of a million bytes */
    static double residentMegabytes(long pid) {
        return number(read("/proc/" + pid + "/status"), "VmRSS") * 1024 / 1e6;
    }

    private static long number(String file, String name) {
        return file.lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElse(0L);
    }

    private static String processor() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceAll(".*: ", ""))
                .orElse("?");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    private static String firstLine(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String line = new String(process.getInputStream().readAllBytes())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            process.waitFor(5, TimeUnit.SECONDS);
            return line;
        } catch (IOException e) {
            return command.getFirst() + ": " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
