package dev.rapport.rules.version;

import java.time.Instant;
import java.util.List;

import dev.rapport.rules.rulebook.Fault;

/** Why something was not done to a rulebook. Nothing has changed. */
public sealed interface Refusal {

    /** What was wrong and what to do, for whoever asked. */
    String words();

    /** There is no such version. */
    record Unknown(int number) implements Refusal {

        @Override
        public String words() {
            return "There is no version " + number + ". The list of versions says which there are.";
        }
    }

    /**
     * Somebody changed it since the asker looked.
     *
     * @param edition the one there is now
     */
    record ChangedMeanwhile(int number, int edition, String by, Instant at) implements Refusal {

        @Override
        public String words() {
            return by + " changed version " + number + " meanwhile. Load edition " + edition
                    + ", then make your change again.";
        }
    }

    /** An author approves their own work. */
    record OwnApproval(int number, String person) implements Refusal {

        @Override
        public String words() {
            return person + " wrote in version " + number
                    + ". Ask somebody to approve it who has written nothing of it.";
        }
    }

    /**
     * The step does not lead out of the state it is in.
     *
     * @param state word of the state
     * @param step what was asked
     * @param instead what to do
     */
    record NotNow(int number, String state, String step, String instead) implements Refusal {

        @Override
        public String words() {
            return "Version " + number + " is " + (state.equals("shadow") ? "in the shadow" : state)
                    + ", so it cannot be "
                    + step + ". " + instead;
        }
    }

    /** What it says cannot be used. */
    record Faulty(int number, List<Fault> faults) implements Refusal {

        public Faulty {
            faults = List.copyOf(faults);
        }

        @Override
        public String words() {
            return (faults.size() == 1
                    ? "Version " + number + " has a fault: "
                    : "Version " + number + " has "
                            + faults.size() + " faults, first: ")
                    + faults.get(0);
        }
    }

    /** Nothing of the tenant's own is in force. */
    record NothingLive() implements Refusal {

        @Override
        public String words() {
            return "The default rulebook is in force already.";
        }
    }

    /** There is no sound default rulebook to start from. */
    record NoDefault() implements Refusal {

        @Override
        public String words() {
            return "The default rulebook cannot be read. GET /rulebook says what is wrong with its folder.";
        }
    }
}
