package dev.rapport.feedback.delivery.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses.
 *
 * @param first its first address
 * @param bits how many leading bits all of them share
 */
public record Network(InetAddress first, int bits) {

    public Network {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException(bits + " bits in a network of " + first.getHostAddress());
        }
    }

    /**
     * @param cidr e.g. {@code 10.1.0.0/16} or {@code fd00::/8}
     * @throws IllegalArgumentException for anything else; a name is never looked up
     */
    public static Network of(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,3}")
                || !parts[0].matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*")) {
            throw new IllegalArgumentException(cidr + " is no network such as 10.1.0.0/16");
        }
        try {
            return new Network(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException(cidr + " is no network such as 10.1.0.0/16", noAddress);
        }
    }

    boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
