package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** nginx as a peer: files, server-sent events where its module nchan is installed, and the door of FastCGI servers. */
final class Nginx implements AutoCloseable {

    private static final Path NCHAN = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param locations further ones of its configuration */
    static Optional<Nginx> start(Bed bed, String locations) throws Exception {
        Optional<Path> program = Machine.program("nginx");
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = Service.freePort();
        Path home = home();
        Files.createDirectories(home.resolve("files"));
        Path configuration = home.resolve("nginx.conf");
        Files.writeString(configuration, configuration(home, port, locations));
        Process process = Processes.serve(
                List.of(
                        program.get().toString(),
                        "-c",
                        configuration.toString(),
                        "-p",
                        home + "/",
                        "-e",
                        home.resolve("error.log").toString()),
                Map.of(),
                home.resolve("nginx.log"));
        bed.neighbours().own(process.pid());
        Ports.await(port, process);
        return Optional.of(new Nginx(process, port));
    }

    private static Path home() {
        return Settings.home().resolve("nginx");
    }

    static boolean hasEvents() {
        return Machine.program("nginx").isPresent() && Files.exists(NCHAN);
    }

    private static String configuration(Path home, int port, String locations) {
        return """
                %s
                daemon off; pid %s/nginx.pid; worker_processes 2; worker_rlimit_nofile 20000; %s
                events { worker_connections 10000; }
                http {
                    access_log off; sendfile on; tcp_nodelay on; keepalive_requests 100000000; open_file_cache max=10000 inactive=60s;
                    default_type application/octet-stream;
                    client_body_temp_path %s/body; proxy_temp_path %s/proxy; fastcgi_temp_path %s/fastcgi; uwsgi_temp_path %s/uwsgi;
                    scgi_temp_path %s/scgi; fastcgi_buffers 64 64k; fastcgi_buffer_size 64k; fastcgi_max_temp_file_size 0;
                    server {
                        listen 127.0.0.1:%d backlog=4096;
                        location /files/ { alias %s/files/; }
                %s
                    }
                }
                """.formatted(
                        Files.exists(NCHAN) ? "load_module " + NCHAN + ";" : "",
                        home,
                        // Its workers would otherwise be another user, who may not come here.
                        System.getProperty("user.name").equals("root") ? "user root;" : "",
                        home,
                        home,
                        home,
                        home,
                        home,
                        port,
                        home,
                        locations);
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** @return its path */
    String file(String name, byte[] bytes) throws IOException {
        Path file = home().resolve("files").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return "/files/" + name;
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
