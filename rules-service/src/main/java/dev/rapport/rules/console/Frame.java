package dev.rapport.rules.console;

/**
 * What every page has around it.
 *
 * @param here the entry of the menu that the page belongs to
 * @param person who looks at it
 */
record Frame(String here, String person) {

    static final String RULES = "rules";
    static final String NOT_RIGHT = "not-right";
    static final String TRY_OUT = "try-out";
    static final String VERSIONS = "versions";
    static final String HISTORY = "history";
}
