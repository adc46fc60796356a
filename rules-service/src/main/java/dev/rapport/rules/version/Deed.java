package dev.rapport.rules.version;

import java.time.Instant;

/**
 * Something somebody did to a rulebook.
 *
 * @param id rises with time
 * @param number of the version; null where it is about no single one
 * @param person name within the tenant
 * @param why in their words; null if not said
 * @param hash of the texts of the version after it; null where it is about no single one
 */
public record Deed(long id, Integer number, String person, Instant at, What what, String why, String hash) {

    public enum What {
        STARTED("started"), SAVED("saved"), CHECKED("checked"), FOUND_FAULTY("found faulty"), SHADOWED(
                "put into the shadow"), UNSHADOWED("taken out of the shadow"), APPROVED("approved"), RELEASED(
                        "released"), ROLLED_BACK("rolled back to"), RETIRED("retired"), SILENCED(
                                "silenced a rule of"), RESTED(
                                        "let a rule rest of"), HEARD_AGAIN("let a rule be heard again of");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** As in "Ada approved version 7". */
        public String words() {
            return words;
        }
    }
}
