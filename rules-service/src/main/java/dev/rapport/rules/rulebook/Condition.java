package dev.rapport.rules.rulebook;

import java.util.List;

import dev.rapport.rules.vocabulary.Arguments;
import dev.rapport.rules.vocabulary.Predicate;

/** What must be so for a rule to fire. One level deep: a manager reads it top to bottom without brackets. */
public sealed interface Condition {

    /** A sentence of the vocabulary holds. */
    record Is(Predicate predicate, Arguments arguments) implements Condition {

        @Override
        public List<Is> parts() {
            return List.of(this);
        }

        @Override
        public String key() {
            return predicate.key(arguments);
        }

        /** As it would be written. */
        public String sentence() {
            return predicate.sentence(arguments);
        }
    }

    /** It does not hold, and that can be told. */
    record Not(Is of) implements Condition {

        @Override
        public List<Is> parts() {
            return List.of(of);
        }

        @Override
        public String key() {
            return "not(" + of.key() + ")";
        }
    }

    /** At least one of them holds. */
    record AnyOf(List<Is> of) implements Condition {

        public AnyOf {
            of = List.copyOf(of);
        }

        @Override
        public List<Is> parts() {
            return of;
        }

        @Override
        public String key() {
            return "any" + Keys.of(of);
        }
    }

    /** None of them holds, and that can be told of each. */
    record NoneOf(List<Is> of) implements Condition {

        public NoneOf {
            of = List.copyOf(of);
        }

        @Override
        public List<Is> parts() {
            return of;
        }

        @Override
        public String key() {
            return "none" + Keys.of(of);
        }
    }

    /** The sentences it is made of. */
    List<Is> parts();

    /** Equal exactly for conditions that mean the same sentences joined the same way. */
    String key();
}
