package dev.rapport.events;

/** How much an observed behaviour matters beside others, as the rule's owner says. */
public enum Severity {
    MINOR, MODERATE, MAJOR
}
