package dev.rapport.rules.console;

import java.util.List;

/**
 * The editor of one rule as it stands.
 *
 * @param text of the rule as it is being changed
 * @param readable whether the whole rulebook can be read with it, so that it can be tried
 * @param chosen place of the example that is the talk; -1 for a talk of one's own
 * @param refused what is wrong with the talk
 * @param played the talk, turn by turn; empty unless both can be read
 * @param said what came of saving; null if nobody saved
 * @param saidHow {@code good}, {@code warn} or {@code bad}
 */
record Editor(String code, Desk.Shown version, Links links, String path, String text, List<Proof.Problem> problems,
        boolean readable, List<Choice> examples, int chosen, String talk, String kind, String stage,
        List<String> refused, List<PlayedLine> played, String said, String saidHow) {

    Editor {
        problems = List.copyOf(problems);
        examples = List.copyOf(examples);
        refused = List.copyOf(refused);
        played = List.copyOf(played);
    }

    Editor saying(String how, String words) {
        return new Editor(code, version, links, path, text, problems, readable, examples, chosen, talk, kind, stage,
                refused, played, words, how);
    }

    /** As the text has it now; the code where it has none. */
    public String name() {
        String first = text.lines().findFirst().orElse("");
        int from = first.indexOf('"');
        int to = first.lastIndexOf('"');
        return from >= 0 && to > from + 1 ? first.substring(from + 1, to) : code;
    }

    public String self() {
        return links.rule(code);
    }

    /** What is wrong, in one sentence, for whoever does not see the list. */
    public String status() {
        long wrong = problems.stream().filter(problem -> problem.weight().equals(Proof.WRONG)).count();
        long doubts = problems.size() - wrong;
        if (problems.isEmpty()) {
            return "No problems. Every example shows what it says.";
        }
        return count(wrong, "problem") + (doubts == 0 ? "" : " and " + count(doubts, "thing") + " worth a look") + ".";
    }

    /** What the rule says of the talk, in one sentence. */
    public String outcome() {
        long yes = played.stream().filter(PlayedLine::hit).count();
        if (played.isEmpty()) {
            return "";
        }
        if (yes == 0) {
            return "The rule says yes at no turn of this talk.";
        }
        return "The rule says yes at " + (yes == 1 ? "turn " : "turns ") + String.join(", ",
                played.stream().filter(PlayedLine::hit).map(line -> String.valueOf(line.number())).toList()) + ".";
    }

    static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
