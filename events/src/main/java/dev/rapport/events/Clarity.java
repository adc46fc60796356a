package dev.rapport.events;

/** How sure a rule is of what it saw, in words; below {@link #LIKELY} coaching asks instead of telling. */
public enum Clarity {
    CLEAR, LIKELY, UNSURE
}
