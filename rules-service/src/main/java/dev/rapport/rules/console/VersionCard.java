package dev.rapport.rules.console;

import java.util.List;

import dev.rapport.rules.version.State;
import dev.rapport.rules.version.Version;

/**
 * A version for reading.
 *
 * @param state its word
 * @param former whether it was in force once and can be again
 * @param authors who may not approve it
 */
record VersionCard(int number, String state, boolean former, int edition, String why, String startedBy, When started,
        String changedBy, When changed, Integer from, String approvedBy, List<String> authors, String hash) {

    private static final int SHOWN = 12;

    static VersionCard of(Version version) {
        State state = version.state();
        return new VersionCard(version.number(), state.word(), state instanceof State.Former, version.edition(),
                version.why(), version.started().person(), When.of(version.started().at()), version.changed().person(),
                When.of(version.changed().at()), version.startedFrom(), approvedBy(state),
                List.copyOf(version.authors()), version.hash().substring(0, Math.min(SHOWN, version.hash().length())));
    }

    private static String approvedBy(State state) {
        if (state instanceof State.Approved approved) {
            return approved.approval().person();
        }
        if (state instanceof State.Live live) {
            return live.approval().person();
        }
        return state instanceof State.Former former ? former.approval().person() : null;
    }

    /** How far it has come: 0 draft, 1 checked, 2 in the shadow, 3 approved, 4 live; -1 where it was put away. */
    public int reached() {
        return former ? -1 : List.of("draft", "checked", "shadow", "approved", "live").indexOf(state);
    }
}
