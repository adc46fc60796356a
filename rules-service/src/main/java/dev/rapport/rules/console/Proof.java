package dev.rapport.rules.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.ExamplesOf;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.review.Concern;
import dev.rapport.rules.rulebook.review.Review;
import dev.rapport.rules.tryout.Workbench;

/**
 * A text of a rulebook as somebody is changing it, held against the whole rulebook.
 *
 * @param problems those of the text itself first
 * @param judge null while something keeps the rulebook from being read
 * @param shown examples of the rule that is being changed, as they turn out; empty for a text that is no rule
 */
record Proof(List<Problem> problems, Judge judge, List<Shown> shown) {

    /**
     * Something wrong or doubtful.
     *
     * @param weight {@code wrong} keeps it from being released, {@code doubt} is worth a look
     * @param line within the text, from 1; 0 if it is elsewhere
     * @param column from 1
     * @param where in words
     * @param fix what was probably meant; null if nothing is like it
     * @param link to the page where it can be mended; null if that is here
     */
    record Problem(String weight, int line, int column, String where, String what, String todo, String fix,
            String link) {

        public boolean isHere() {
            return line > 0;
        }
    }

    /**
     * An example.
     *
     * @param key its place among the examples of the rule
     * @param fault what is wrong with it; null if it shows what it says
     */
    record Shown(int key, String name, boolean fires, String fault) {
    }

    static final String WRONG = "wrong";
    static final String DOUBT = "doubt";

    Proof {
        problems = List.copyOf(problems);
        shown = List.copyOf(shown);
    }

    boolean isGood() {
        return problems.stream().noneMatch(problem -> problem.weight().equals(WRONG));
    }

    /**
     * @param files with the changed text in its place
     * @param rule whose examples are played and that is reviewed; null for none
     */
    static Proof of(RulebookFiles files, Spot spot, String rule, LocalDate today, Workbench workbench,
            Links links) {
        List<Problem> here = new ArrayList<>();
        List<Problem> elsewhere = new ArrayList<>();
        Workbench.Outcome outcome = workbench.judge(files);
        if (outcome instanceof Workbench.Outcome.Faulty faulty) {
            for (Fault fault : faulty.faults()) {
                sort(problem(fault, WRONG, spot, links), here, elsewhere);
            }
            here.addAll(elsewhere);
            return new Proof(here, null, List.of());
        }
        Judge judge = ((Workbench.Outcome.Usable) outcome).judge();
        List<Shown> shown = new ArrayList<>();
        ExamplesOf examples = new ExamplesOf(judge, workbench.reader());
        for (Example example : judge.rulebook().examples()) {
            if (example.rule().equals(rule)) {
                Fault fault = examples.fault(example).orElse(null);
                shown.add(new Shown(shown.size(), example.name(), example.fires(),
                        fault == null ? null : fault.what() + ", expected " + fault.expected()));
                if (fault != null) {
                    sort(problem(fault, WRONG, spot, links), here, elsewhere);
                }
            }
        }
        Predicate<Rule> inSight = each -> each.code().equals(rule) || judge.rulebook().places().rule(each.code())
                .filter(place -> spot.holds(place.at().file(), place.at().line())).isPresent();
        for (Concern concern : Review.of(judge, today, inSight)) {
            if (spot.holds(concern.fault().file(), concern.fault().line())
                    || rule != null && rule.equals(concern.rule())) {
                sort(problem(concern.fault(),
                        concern.weight() == Concern.Weight.WORTH_A_LOOK ? DOUBT : WRONG, spot, links), here, elsewhere);
            }
        }
        here.addAll(elsewhere);
        return new Proof(here, judge, shown);
    }

    private static void sort(Problem problem, List<Problem> here, List<Problem> elsewhere) {
        (problem.isHere() ? here : elsewhere).add(problem);
    }

    private static Problem problem(Fault fault, String weight, Spot spot, Links links) {
        boolean inside = spot.holds(fault.file(), fault.line());
        int line = inside ? fault.line() - spot.firstLine() + 1 : 0;
        String where = inside
                ? "line " + line + ", column " + fault.column()
                : fault.file() + ", line " + fault.line();
        return new Problem(weight, line, fault.column(), where, capital(fault.what()),
                fault.expected() == null ? null : "Expected " + fault.expected() + ".", fault.didYouMean(),
                inside || fault.file().isEmpty() ? null : links.file(fault.file()) + "#line-" + fault.line());
    }

    /** A fault on a page that shows no text. */
    static Problem elsewhere(Fault fault, Links links) {
        return problem(fault, WRONG, new Spot("", 0, 0), links);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
