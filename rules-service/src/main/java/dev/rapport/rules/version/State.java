package dev.rapport.rules.version;

import java.time.Instant;

/**
 * How far a version has come. Each state has the steps that lead out of it and no others. Texts change in a draft only:
 * everything after it is what was checked.
 */
public sealed interface State {

    /** As it is stored and sent; never changes. */
    String word();

    /**
     * Who answers for a step.
     *
     * @param person name within the tenant
     */
    record Signed(String person, Instant at) {
    }

    /** Has not been in force yet, so it can be put away for good. */
    sealed interface NeverLive extends State {

        default Retired retired(Instant at) {
            return new Retired(at);
        }
    }

    /** Being written. */
    record Draft() implements NeverLive {

        Checked checked(Signed by) {
            return new Checked(by);
        }

        @Override
        public String word() {
            return "draft";
        }
    }

    /** Read without faults, its examples show what they say. */
    record Checked(Signed check) implements NeverLive {

        Shadow shadowing(Instant since) {
            return new Shadow(check, since);
        }

        Approved approved(SecondPerson by) {
            return new Approved(check, by.signed());
        }

        @Override
        public String word() {
            return "checked";
        }
    }

    /** Observes beside the one in force and coaches nobody. */
    record Shadow(Signed check, Instant since) implements NeverLive {

        Checked outOfTheShadow() {
            return new Checked(check);
        }

        Approved approved(SecondPerson by) {
            return new Approved(check, by.signed());
        }

        @Override
        public String word() {
            return "shadow";
        }
    }

    /** A second person wants it. */
    record Approved(Signed check, Signed approval) implements NeverLive {

        Live released(Instant since) {
            return new Live(check, approval, since);
        }

        @Override
        public String word() {
            return "approved";
        }
    }

    /** In force. */
    record Live(Signed check, Signed approval, Instant since) implements State {

        Former retired(Instant at) {
            return new Former(check, approval, since, at);
        }

        @Override
        public String word() {
            return "live";
        }
    }

    /** Was in force once, and can be again in one step. */
    record Former(Signed check, Signed approval, Instant since, Instant at) implements State {

        Live rolledBackTo(Instant again) {
            return new Live(check, approval, again);
        }

        @Override
        public String word() {
            return "retired";
        }
    }

    /** Put away without ever having been in force. */
    record Retired(Instant at) implements State {

        @Override
        public String word() {
            return "retired";
        }
    }
}
