package org.dabyl.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An address that leads to one server, and from some moment on to another, as a name or a balancer before a failover's two. */
final class OneAddress {

    private final ServerSocket door;
    private volatile int target;

    OneAddress(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    String url() {
        return "redis://127.0.0.1:" + door.getLocalPort();
    }

    /** Whoever connects from now on; who is connected stays where they are. */
    void leadsTo(int port) {
        target = port;
    }

    private void listen() {
        try {
            while (true) {
                Socket from = door.accept();
                Thread.ofVirtual().start(() -> connect(from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Socket from) {
        try (from;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread back = Thread.ofVirtual().start(() -> pump(to, from));
            pump(from, to);
            back.join();
        } catch (IOException e) {
            // nobody is there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one of them hangs up; then neither hears of the other any more. */
    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // hung up
        }
    }
}
