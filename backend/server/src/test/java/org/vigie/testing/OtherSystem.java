package org.vigie.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Stands in for another system, on a port of its own that stays its own while it is down. */
public final class OtherSystem implements AutoCloseable {

    private final HttpHandler handler;
    private final int port;
    private HttpServer server;

    public OtherSystem(HttpHandler handler) {
        this.handler = handler;
        this.server = start(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer start(int wanted) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", handler);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public void goDown() {
        server.stop(0);
    }

    public void comeUp() {
        server = start(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
