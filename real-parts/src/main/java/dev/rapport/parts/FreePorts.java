package dev.rapport.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface that nobody listens on. */
public final class FreePorts {

    /**
     * Below the ports that systems give to outgoing connections: a broker that goes away and comes back must find its port
     * again, and a client that tries to reach it meanwhile can be given that very port as its own.
     */
    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;
    private static final int MOST_TRIES = 1_000;

    /** Held as long as this process lives. */
    private static final Map<Integer, FileChannel> CLAIMED = new ConcurrentHashMap<>();

    private FreePorts() {
    }

    /** {@code count} different ports that were free a moment ago. */
    public static List<Integer> find(int count) {
        var found = new LinkedHashSet<Integer>();
        for (int tries = 0; found.size() < count && tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw new IllegalStateException("No free port on " + loopback());
        }
        return List.copyOf(found);
    }

    /** Whether a server could listen on {@code port} of the loopback interface now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // what the servers do too: connections of a former run that linger do not make a port taken
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether {@code port} is free, and no other process has claimed it: who starts a server that takes seconds to listen does not
     * find the port of another one that is just starting. A claim ends with the process.
     */
    public static synchronized boolean claim(int port) {
        return isFree(port) && (CLAIMED.containsKey(port) || lock(port));
    }

    /** @return whether nobody else has it */
    private static boolean lock(int port) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "rapport-port-" + port + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return false;
            }
            CLAIMED.put(port, channel);
            file.toFile().deleteOnExit();
            return true;
        } catch (IOException notOurs) {
            // somebody else's file: whether the port is free is all that can be known
            return true;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
