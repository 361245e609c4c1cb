package org.vigie.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that answers 451 to the first recipients and takes the mail afterwards. */
final class BusySmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger refusalsLeft;
    private final AtomicInteger accepted = new AtomicInteger();

    BusySmtpServer(int refusals) throws IOException {
        refusalsLeft = new AtomicInteger(refusals);
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException closed) {
                // The client went away, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 busy");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && refusalsLeft.getAndDecrement() > 0) {
                say(client, "451 come back later");
            } else if (line.startsWith("DATA")) {
                say(client, "354 go on");
                while (!".".equals(in.readLine())) {
                    // The message itself does not matter here.
                }
                accepted.incrementAndGet();
                say(client, "250 taken");
            } else {
                say(client, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
