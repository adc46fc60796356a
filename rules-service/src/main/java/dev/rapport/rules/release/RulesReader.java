package dev.rapport.rules.release;

import java.nio.file.Path;
import java.util.List;

import dev.rapport.rules.conversation.Rules;

/** Reads the folder with the rules. */
@FunctionalInterface
interface RulesReader {

    Reading read(Path folder);

    sealed interface Reading {

        /**
         * @param count of all rules, act rules and behaviour rules
         */
        record Usable(Rules rules, int count) implements Reading {
        }

        record Faulty(List<Complaint> complaints) implements Reading {

            public Faulty {
                complaints = List.copyOf(complaints);
            }
        }
    }
}
