package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as fast as they are answered, over four connections, each of which has its own part of the list. */
final class Wrk {

    private static final int CONNECTIONS = 4;
    private static final Pattern TOLD = Pattern.compile("TOLD (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /** Threads number themselves in setup; the last line of done is what is read. */
    private static final String SCRIPT = """
            local threads = 0
            function setup(thread) thread:set("place", threads); threads = threads + 1 end
            function init(args)
              local function heading(headers, text)
                local name, value = text:match("^(.-): (.*)$")
                headers[name] = value
              end
              requests, turn, n = {}, 0, 0
              local all = {}
              for line in io.lines(args[1]) do all[#all + 1] = line end
              for i, line in ipairs(all) do
                if #all < %d or i %% %d == place then
                  local headers = {}
                  for k = 2, #args do heading(headers, args[k]) end
                  local path, more = line:match("^(%%S+)\\t?(.*)$")
                  if more ~= "" then heading(headers, more) end
                  n = n + 1; requests[n] = wrk.format("GET", path, headers)
                end
              end
              turn = place
            end
            function request() turn = turn + 1; return requests[turn %% n + 1] end
            function done(summary, latency)
              local e = summary.errors
              print(string.format("TOLD %%d %%d %%d %%d %%d %%d", summary.requests, summary.duration, summary.bytes, latency:percentile(50),
                latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
            end
            """.formatted(CONNECTIONS, CONNECTIONS);

    private Wrk() {}

    /**
     * @param paths with their leading slash, each with a header of its own after a tab where it has one; fewer than connections are read by
     *     all of them
     */
    static Side side(String name, String base, List<String> paths, String... headers) throws IOException {
        Path wrk = Machine.program("wrk").orElse(null);
        if (wrk == null) {
            return new Reader(name, base, paths, headers);
        }
        Path script = Settings.home().resolve("read.lua");
        Files.writeString(script, SCRIPT);
        Path list = Settings.home().resolve(name.replaceAll("\\W+", "-") + ".paths");
        Files.write(list, paths);
        return Side.of(name, length -> {
            List<String> command = new ArrayList<>(List.of(
                    wrk.toString(),
                    "-t" + CONNECTIONS,
                    "-c" + CONNECTIONS,
                    "-d" + length.toSeconds() + "s",
                    "--timeout",
                    "20s",
                    "-s",
                    script.toString(),
                    base,
                    "--",
                    list.toString()));
            command.addAll(List.of(headers));
            return told(Processes.run(
                    command, Map.of(), Settings.home().resolve("wrk.log"), length.plus(Duration.ofSeconds(40))));
        });
    }

    private static Sample told(String output) {
        Matcher told = TOLD.matcher(output);
        if (!told.find()) {
            throw new IllegalStateException(output);
        }
        long requests = Long.parseLong(told.group(1));
        return new Sample(
                requests / (Long.parseLong(told.group(2)) / 1e6),
                Long.parseLong(told.group(4)) / 1e3,
                Long.parseLong(told.group(5)) / 1e3,
                requests == 0 ? 0 : Long.parseLong(told.group(3)) / 1e3 / requests,
                Long.parseLong(told.group(6)));
    }
}
