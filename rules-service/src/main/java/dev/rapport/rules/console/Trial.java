package dev.rapport.rules.console;

import java.util.List;

/**
 * A talk tried on all rules of a version.
 *
 * @param refused what is wrong with the talk
 * @param played the talk, turn by turn; empty unless it can be read
 */
record Trial(Desk.Shown version, Links links, String talk, String kind, String stage, List<String> refused,
        List<PlayedLine> played) {

    Trial {
        refused = List.copyOf(refused);
        played = List.copyOf(played);
    }

    public String self() {
        return links.version("/try-out");
    }
}
