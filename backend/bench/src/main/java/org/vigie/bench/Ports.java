package org.vigie.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Whether somebody listens. */
final class Ports {

    private static final int LONGEST_MILLIS = 20_000;

    private Ports() {}

    static void await(int port, Process process) throws InterruptedException {
        long begun = System.nanoTime();
        while (!listens(port)) {
            if (!process.isAlive() || (System.nanoTime() - begun) / 1_000_000 > LONGEST_MILLIS) {
                throw new IllegalStateException("nobody listens at port " + port + ": "
                        + process.info().command().orElse("it ended"));
            }
            Thread.sleep(50);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
