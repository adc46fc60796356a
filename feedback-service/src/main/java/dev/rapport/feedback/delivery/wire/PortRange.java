package dev.rapport.feedback.delivery.wire;

/** Ports that may be named, both ends included. */
public record PortRange(int first, int last) {

    private static final int HIGHEST = 65_535;

    public PortRange {
        if (first < 1 || last < first || last > HIGHEST) {
            throw new IllegalArgumentException(first + "-" + last + " is no range of ports");
        }
    }

    /**
     * @param text {@code 443} or {@code 8000-8999}
     * @throws IllegalArgumentException for anything else
     */
    public static PortRange of(String text) {
        if (!text.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
            throw new IllegalArgumentException(text + " is no range of ports such as 443 or 8000-8999");
        }
        String[] ends = text.split("-");
        return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    boolean holds(int port) {
        return first <= port && port <= last;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
