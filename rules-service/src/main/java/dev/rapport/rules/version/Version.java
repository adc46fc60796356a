package dev.rapport.rules.version;

import java.util.SortedSet;

/**
 * A version of a tenant's rulebook, without its texts.
 *
 * @param number from 1, in the order they were started
 * @param edition grows with each change: whoever changes something says which edition they saw
 * @param hash of its texts, 64 hex digits
 * @param defaultHash of the default rulebook it is based on
 * @param startedFrom number of the version it was started from; null where that was the default
 * @param observedAs what observations call it, see {@link dev.rapport.rules.rulebook.Rulebook#version()}; null before it
 *        was checked
 * @param why it was started
 * @param authors whoever wrote something of it, and may therefore not approve it
 */
public record Version(String tenant, int number, State state, int edition, String hash, String defaultHash,
        Integer startedFrom, String observedAs, String why, State.Signed started, State.Signed changed,
        SortedSet<String> authors) {

    public boolean isDraft() {
        return state instanceof State.Draft;
    }
}
