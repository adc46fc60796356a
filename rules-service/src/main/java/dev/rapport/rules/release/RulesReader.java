package dev.rapport.rules.release;

import java.nio.file.Path;
import java.util.List;

import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.rulebook.RulebookFiles;

/** Reads the folder with the rules. */
@FunctionalInterface
interface RulesReader {

    Found read(Path folder);

    sealed interface Found {

        /**
         * @param files the texts it was read from
         * @param count of all rules, act rules and behaviour rules
         */
        record Usable(RulebookFiles files, Rules rules, int count) implements Found {
        }

        record Faulty(List<Complaint> complaints) implements Found {

            public Faulty {
                complaints = List.copyOf(complaints);
            }
        }
    }
}
