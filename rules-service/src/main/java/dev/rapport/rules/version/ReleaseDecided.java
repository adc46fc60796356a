package dev.rapport.rules.version;

/** What is in force for a tenant, or beside it in the shadow, is to change on all replicas. Fired within the transaction. */
public record ReleaseDecided(String tenant) {
}
