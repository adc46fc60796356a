package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.vocabulary.Problem;
import dev.rapport.rules.vocabulary.Word;

/** Collects what is wrong, so that one reading tells all of it. */
final class Faults {

    /** More than this helps nobody and must not fill a log. */
    private static final int MOST = 500;

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        if (faults.size() < MOST && !faults.contains(fault)) {
            faults.add(fault);
        }
    }

    void add(String file, int line, int column, String what, String expected, String didYouMean) {
        add(new Fault(file, line, column, what, expected, didYouMean));
    }

    void at(String file, Word word, String what, String expected, String didYouMean) {
        add(file, word.line(), word.column(), what, expected, didYouMean);
    }

    void at(String file, Problem problem) {
        add(file, problem.line(), problem.column(), problem.what(), problem.expected(), problem.didYouMean());
    }

    boolean none() {
        return faults.isEmpty();
    }

    int count() {
        return faults.size();
    }

    List<Fault> sorted() {
        return faults.stream().sorted(Fault.BY_POSITION).toList();
    }
}
