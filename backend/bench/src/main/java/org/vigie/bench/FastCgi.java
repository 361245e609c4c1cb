package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Servers that speak FastCGI, as many processes as are wanted at one socket. */
final class FastCgi {

    private static final int LONGEST_LOOKS = 100;

    private FastCgi() {}

    static boolean isInstalled() {
        return Machine.program("nginx").isPresent()
                && Machine.program("spawn-fcgi").isPresent()
                && Machine.program("multiwatch").isPresent();
    }

    static Process serve(Bed bed, Path socket, int processes, Path program, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Files.deleteIfExists(socket);
        Process process = Processes.serve(
                List.of(
                        Machine.program("spawn-fcgi").orElseThrow().toString(),
                        "-n",
                        "-s",
                        socket.toString(),
                        "--",
                        Machine.program("multiwatch").orElseThrow().toString(),
                        "-f",
                        "" + processes,
                        "--",
                        program.toString()),
                environment,
                log);
        bed.neighbours().own(process.pid());
        for (int i = 0; i < LONGEST_LOOKS && !Files.exists(socket); i++) {
            Thread.sleep(50);
        }
        return process;
    }

    /** @param prefix what its addresses begin with */
    static String location(String prefix, Path socket) {
        return """
                location ~ ^%1$s(?<rest>/.*)?$ {
                    include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_NAME %1$s; fastcgi_param PATH_INFO $rest;
                    fastcgi_pass unix:%2$s;
                }
                """.formatted(prefix, socket);
    }
}
