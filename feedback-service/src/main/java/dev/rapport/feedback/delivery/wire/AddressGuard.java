package dev.rapport.feedback.delivery.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which receivers may be sent to. Whoever names a receiver must not make this service knock at doors that only this service
 * can reach, so an address is judged twice: as it is written, and as it is resolved at the moment of sending.
 *
 * @param plainHttp whether http is good enough; for laptops and tests
 * @param ports that may be named
 * @param inside networks that may be sent to although they are not public, e.g. that of a house's own LRS
 */
public record AddressGuard(boolean plainHttp, List<PortRange> ports, List<Network> inside) {

    private static final int LONGEST = 2_000;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern QUAD = Pattern
            .compile("(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    /** A last label that a resolver may take for a number: decimal, octal or hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern AT_HOME = Pattern
            .compile("[^.]+|.*\\.(localhost|local|internal|intranet|lan|home|corp|home\\.arpa)");

    /** Special-purpose IPv4 space (IANA registry): none of it is somebody else's public server. */
    private static final List<Network> NOT_PUBLIC_4 = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
            "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4")
            .map(Network::of).toList();
    /** All of IPv6 that is routed publicly; loopback, link-local, unique-local, multicast and NAT64 lie outside. */
    private static final Network PUBLIC_6 = Network.of("2000::/3");
    /** Within it: protocol assignments with Teredo, documentation, and 6to4, which wraps any IPv4 address. */
    private static final List<Network> NOT_PUBLIC_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of).toList();

    public AddressGuard {
        ports = List.copyOf(ports);
        inside = List.copyOf(inside);
    }

    /** What speaks against an address as it is written; nothing is looked up. */
    public Optional<Objection> objectionTo(String url) {
        if (url == null || url.length() > LONGEST || !PRINTABLE.matcher(url).matches()) {
            return objection("not an address", "send an address such as https://receiver.example/hook");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException unreadable) {
            return objection("not an address", "send an address such as https://receiver.example/hook");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plainHttp && scheme.equals("http"))) {
            return objection("not https", "send an address that begins with https://");
        }
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (authority.contains("@")) {
            return objection("has a name or password in it", "leave out what stands before the @");
        }
        if (uri.getHost() == null || authority.contains("%")) {
            return objection("has no host name", "send an address such as https://receiver.example/hook");
        }
        if (uri.getRawFragment() != null) {
            return objection("has a fragment", "leave out what follows the #");
        }
        if (ports.stream().noneMatch(range -> range.holds(portOf(uri)))) {
            return objection("port " + portOf(uri) + " is not open for deliveries",
                    "use one of " + ports);
        }
        return objectionToHost(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private Optional<Objection> objectionToHost(String host) {
        boolean six = host.startsWith("[");
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (six || NUMBER.matcher(last).matches()) {
            if (!six && !QUAD.matcher(host).matches()) {
                return objection("a number where a host name belongs", "send the name of the receiver");
            }
            InetAddress address = literal(host);
            if (six && address instanceof Inet4Address || inside.stream().noneMatch(n -> n.holds(address))) {
                return objection("a number where a host name belongs", "send the name of the receiver");
            }
            return Optional.empty();
        }
        if (host.endsWith(".") || inside.isEmpty() && AT_HOME.matcher(host).matches()) {
            return objection("a name of an inner network", "send the public name of the receiver");
        }
        return Optional.empty();
    }

    /** What speaks against an address that a name was resolved to. */
    Optional<Objection> objectionTo(InetAddress address) {
        if (inside.stream().anyMatch(n -> n.holds(address))) {
            return Optional.empty();
        }
        boolean open = address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(n -> n.holds(address))
                : PUBLIC_6.holds(address) && NOT_PUBLIC_6.stream().noneMatch(n -> n.holds(address));
        return open
                ? Optional.empty()
                : objection("the name leads to an address that is not public",
                        "send to a public receiver, or have its network allowed");
    }

    /** The port an address leads to, also where it names none. */
    static int portOf(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static InetAddress literal(String host) {
        try {
            // digits only, so nothing is looked up
            return InetAddress.getByName(host);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Objection> objection(String problem, String todo) {
        return Optional.of(new Objection(problem, todo));
    }
}
