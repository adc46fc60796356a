package dev.rapport.rules.version;

import java.util.List;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.ExamplesOf;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.signals.TextReader;

/**
 * What is wrong with a rulebook: everything that keeps it from being read, or else everything that keeps it from being
 * released, its examples played.
 *
 * @param rulebook null if it cannot be read
 * @param faults what must be mended before it can be released, by file and position
 */
record Proof(Rulebook rulebook, List<Fault> faults) {

    Proof {
        faults = List.copyOf(faults);
    }

    static Proof of(RulebookFiles files, TextReader reader) {
        Proof read = reading(files);
        return read.rulebook == null
                ? read
                : new Proof(read.rulebook, new ExamplesOf(new Judge(read.rulebook), reader).faults());
    }

    /** Without playing examples. */
    static Proof reading(RulebookFiles files) {
        Reading reading = RulebookReader.read(files);
        return reading instanceof Reading.Read read
                ? new Proof(read.rulebook(), List.of())
                : new Proof(null, ((Reading.Refused) reading).faults());
    }

    boolean holds() {
        return faults.isEmpty();
    }
}
