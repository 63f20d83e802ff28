package org.dabyl.store;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The few words spoken with the embedded server before Lettuce may connect and after it has gone. */
final class RedisWire implements Closeable {

    private static final int TIMEOUT_MS = 10_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final OutputStream out;

    /** Connects and logs in; a server that is there but busy is waited for, up to 10 s. */
    RedisWire(RedisConf conf) throws IOException {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), conf.port()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
            if (!say("AUTH " + conf.password()).startsWith("+")) {
                throw new IOException("another server is on the port");
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Says a line and returns the first line of the answer. */
    String say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return line();
    }

    /** The folder that the server works in. */
    String folder() throws IOException {
        // an array of two bulk strings, each after its length
        say("CONFIG GET dir");
        line();
        line();
        line();
        return line();
    }

    /** Ends the server and returns when it has written everything down. */
    void shutDown() throws IOException {
        out.write("SHUTDOWN NOSAVE\r\n".getBytes(StandardCharsets.UTF_8));
        String answer = in.readLine();
        if (answer != null) {
            throw new IOException("the server goes on: " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the server hung up");
        }
        return line;
    }
}
