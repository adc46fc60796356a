package dev.rapport.rules.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.ExamplesOf;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.rulebook.review.Concern;
import dev.rapport.rules.rulebook.review.Review;
import dev.rapport.rules.signals.TextReader;

/**
 * What is wrong with a rulebook: everything that keeps it from being read, or else everything that keeps it from being
 * released, its examples played.
 *
 * @param rulebook null if it cannot be read
 * @param faults what must be mended before it can be released, by file and position
 * @param hints what is worth a look and keeps it from nothing
 */
record Proof(Rulebook rulebook, List<Fault> faults, List<Fault> hints) {

    Proof {
        faults = List.copyOf(faults);
        hints = List.copyOf(hints);
    }

    /** @param today reviews that were due before are overdue */
    static Proof of(RulebookFiles files, TextReader reader, LocalDate today) {
        Proof read = reading(files);
        if (read.rulebook == null) {
            return read;
        }
        List<Fault> faults = new ArrayList<>();
        List<Fault> hints = new ArrayList<>();
        Judge judge = new Judge(read.rulebook);
        for (Concern concern : Review.of(judge, today)) {
            (concern.weight() == Concern.Weight.WORTH_A_LOOK ? hints : faults).add(concern.fault());
        }
        faults.addAll(new ExamplesOf(judge, reader).faults());
        return new Proof(read.rulebook, faults, hints);
    }

    /** Without reviewing it and playing its examples. */
    static Proof reading(RulebookFiles files) {
        Reading reading = RulebookReader.read(files);
        return reading instanceof Reading.Read read
                ? new Proof(read.rulebook(), List.of(), List.of())
                : new Proof(null, ((Reading.Refused) reading).faults(), List.of());
    }

    boolean holds() {
        return faults.isEmpty();
    }
}
