package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import dev.rapport.events.Role;
import dev.rapport.rules.evaluation.TryOut;
import dev.rapport.rules.tryout.PlayedTalk;
import dev.rapport.rules.tryout.Told;
import dev.rapport.rules.vocabulary.Truth;

/**
 * A turn of a talk that was tried, for reading.
 *
 * @param kinds of turn that it is
 * @param mine what the rule that is looked at says; null where no rule is
 * @param seen behaviours that were seen, by all rules
 * @param others every other rule
 */
record PlayedLine(int number, boolean learner, String text, List<String> kinds, Said mine, List<Said> seen,
        List<Said> others) {

    /** What one rule says: {@code verdict} is {@code yes}, {@code no} or {@code unknown}. */
    record Said(String code, String name, boolean act, String verdict, List<Line> because, List<String> changes) {

        public String word() {
            return switch (verdict) {
                case "yes" -> "yes";
                case "no" -> "no";
                default -> "cannot tell";
            };
        }
    }

    /**
     * One condition.
     *
     * @param fact what is so; empty where the sentence says it
     */
    record Line(String verdict, String mark, String word, String sentence, String fact) {
    }

    PlayedLine {
        kinds = List.copyOf(kinds);
        seen = List.copyOf(seen);
        others = List.copyOf(others);
    }

    /** Whether the rule that is looked at says yes here. */
    public boolean hit() {
        return mine != null && mine.verdict().equals("yes");
    }

    /** How many of the other rules say what. */
    public String summary() {
        long yes = others.stream().filter(said -> said.verdict().equals("yes")).count();
        long no = others.stream().filter(said -> said.verdict().equals("no")).count();
        long unknown = others.size() - yes - no;
        return "All rules: " + yes + " yes, " + no + " no" + (unknown == 0 ? "" : ", " + unknown + " cannot tell");
    }

    /** @param code of the rule that is looked at; null for none */
    static PlayedLine of(PlayedTalk.PlayedTurn played, String code) {
        Said mine = null;
        List<Said> others = new ArrayList<>();
        List<Said> seen = new ArrayList<>();
        for (TryOut.Tried tried : played.tryOut().rules()) {
            Said said = said(tried);
            if (tried.rule().code().equals(code)) {
                mine = said;
            } else {
                others.add(said);
            }
            if (tried.verdict() == Truth.YES && !tried.rule().isAct()) {
                seen.add(said);
            }
        }
        return new PlayedLine(played.turn().number(), played.turn().role() == Role.LEARNER, played.turn().text(),
                List.copyOf(new TreeSet<>(played.tryOut().judgement().acts().keySet())), mine, seen, others);
    }

    private static Said said(TryOut.Tried tried) {
        return new Said(tried.rule().code(), tried.rule().name(), tried.rule().isAct(), name(tried.verdict()),
                tried.conditions().stream().map(PlayedLine::line).toList(), tried.changes());
    }

    private static Line line(TryOut.Asked asked) {
        String told = String.join("; ", asked.parts().stream().map(Told::fact).distinct().toList());
        // what a condition says already is not said twice
        String facts = told.equals(Told.sentence(asked)) ? "" : told;
        return switch (asked.truth()) {
            case YES -> new Line("yes", "✓", "holds: ", Told.sentence(asked), facts);
            case NO -> new Line("no", "✗", "does not hold: ", Told.sentence(asked), facts);
            case CANNOT_TELL -> new Line("unknown", "?", "cannot tell: ", Told.sentence(asked), facts);
        };
    }

    private static String name(Truth truth) {
        return switch (truth) {
            case YES -> "yes";
            case NO -> "no";
            case CANNOT_TELL -> "unknown";
        };
    }
}
