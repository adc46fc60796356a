package dev.rapport.rules.person;

import dev.rapport.events.Ids;

/**
 * Somebody who works on the rules of a tenant.
 *
 * @param tenant matches {@link Ids#PATTERN}
 * @param name of the person within the tenant; matches {@link Ids#PATTERN}
 */
public record Person(String tenant, String name) {

    /**
     * What the service does by itself, such as silencing a rule that runs away, is done in this name. A hyphen cannot begin
     * an id, so no request carries it.
     */
    private static final String SERVICE = "-rapport";

    public Person {
        Ids.valid("tenant", tenant);
        if (!SERVICE.equals(name)) {
            Ids.valid("person", name);
        }
    }

    /** The service itself, on behalf of a tenant. */
    public static Person service(String tenant) {
        return new Person(tenant, SERVICE);
    }

    public boolean isService() {
        return SERVICE.equals(name);
    }
}
