package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What other processes than ours use of the machine, by Linux's own count. Ours are this one, those that it names, and their children; of
 * children that have ended their parents tell.
 */
final class ForeignCpu implements Rounds.Neighbours {

    private static final int ATTEMPTS_TO_FIND_IT_IDLE = 20;
    private static final long LOOK_MILLIS = 300;

    private final Set<Long> roots = ConcurrentHashMap.newKeySet();
    private long busyBefore;
    private long allBefore;
    private long oursBefore;

    ForeignCpu() {
        roots.add(ProcessHandle.current().pid());
    }

    void own(long pid) {
        roots.add(pid);
    }

    /** What the last turn left to be done in the database goes on after it. */
    @Override
    public void begin() throws InterruptedException {
        for (int i = 0; i < ATTEMPTS_TO_FIND_IT_IDLE; i++) {
            long[] before = machine();
            Thread.sleep(LOOK_MILLIS);
            long[] after = machine();
            if (after[0] - before[0] < Rounds.MOST_FOREIGN * (after[1] - before[1])) {
                break;
            }
        }
        long[] now = machine();
        busyBefore = now[0];
        allBefore = now[1];
        oursBefore = ours();
    }

    @Override
    public double share() {
        long[] now = machine();
        long foreign = now[0] - busyBefore - (ours() - oursBefore);
        return Math.max(0, (double) foreign / Math.max(1, now[1] - allBefore));
    }

    /** Ticks that the cores were busy, and all. */
    private static long[] machine() {
        long[] ticks = Arrays.stream(read(Path.of("/proc/stat"))
                        .lines()
                        .findFirst()
                        .orElse("cpu 0 0 0 0 0")
                        .substring(3)
                        .trim()
                        .split(" +"))
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks).sum();
        return new long[] {all - ticks[3] - (ticks.length > 4 ? ticks[4] : 0), all};
    }

    private long ours() {
        return roots.stream()
                .flatMap(root -> ProcessHandle.of(root).stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToLong(ProcessHandle::pid)
                .distinct()
                .map(ForeignCpu::ticks)
                .sum();
    }

    /** Of itself and of its children that have ended, in the kernel and outside. */
    private static long ticks(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return fields.length < 15
                ? 0
                : Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
