package dev.rapport.feedback.delivery.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Resolver {

    /** @return one at least */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
