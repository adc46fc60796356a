package dev.rapport.rules.vocabulary;

/** What can be said of a condition; {@link #CANNOT_TELL} only where information is missing, such as times or the stage. */
public enum Truth {
    YES, NO, CANNOT_TELL;

    public static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case CANNOT_TELL -> CANNOT_TELL;
        };
    }

    /** NO beats CANNOT_TELL, which beats YES. */
    public Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : this;
    }

    /** YES beats CANNOT_TELL, which beats NO. */
    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
