package dev.rapport.rules.vocabulary;

/** Which side of a number is meant. */
public enum Bound {
    AT_LEAST("at least"), AT_MOST("at most");

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean holds(long actual, long limit) {
        return this == AT_LEAST ? actual >= limit : actual <= limit;
    }

    /** The nearest number that this bound says the opposite of. */
    int justBeyond(int limit) {
        return this == AT_LEAST ? limit - 1 : limit + 1;
    }

    /** To follow "different with": "fewer than 3", "more than 3". */
    String opposite(int limit) {
        return (this == AT_LEAST ? "fewer than " : "more than ") + limit;
    }
}
