package dev.rapport.rules.console;

import dev.rapport.rules.person.Person;
import dev.rapport.rules.version.Deed;

/**
 * A line of the history.
 *
 * @param number of the version; null where it is about no single one
 * @param hash the beginning of it, enough to tell texts apart
 */
record DeedLine(When when, String who, String did, Integer number, String why, String hash) {

    private static final int SHOWN = 12;

    static DeedLine of(Deed deed) {
        boolean service = new Person("any", deed.person()).isService();
        return new DeedLine(When.of(deed.at()), service ? "the service itself" : deed.person(), deed.what().words(),
                deed.number(), deed.why(),
                deed.hash() == null ? null : deed.hash().substring(0, Math.min(SHOWN, deed.hash().length())));
    }
}
