package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import dev.rapport.events.Clarity;
import dev.rapport.events.Role;
import dev.rapport.rules.EngineLog;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.Written;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.vocabulary.Lexicon;

/** Measures the longest turn under the worst rulebooks there may be. A program to run by hand, not a test. */
public final class WorstTurns {

    private static final java.lang.management.ThreadMXBean THREADS = java.lang.management.ManagementFactory
            .getThreadMXBean();
    private static final TextReader READER = new TextReader();

    private WorstTurns() {
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
        measure("2000 rules of 8 conditions, turn 10000 of a talk", () -> many(2_000, 10_000));
        measure("2000 rules that all fire, turn 10000 of a talk", () -> firing(2_000, 10_000));
        measure("2000 phrases of fillers in a turn of 5000 fillers", WorstTurns::fillers);
        measure("40 lists of 25 sentences compared with a turn of 12 long sentences", WorstTurns::meanings);
        measure("the same phrase asked of a talk of 20000 turns by 500 rules", () -> samePhrases(500, 20_000));
    }

    private record Case(Judge judge, List<Moment> moments) {
    }

    private static void measure(String name, Supplier<Case> make) {
        long begun = System.nanoTime();
        Case made = make.get();
        long built = System.nanoTime() - begun;
        List<Double> times = new ArrayList<>();
        Judgement last = null;
        for (Moment moment : made.moments()) {
            // what was worked, so that what else the machine does does not count
            long start = THREADS.getCurrentThreadCpuTime();
            last = made.judge().judge(moment);
            times.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: built in %d ms; first %.0f ms, median %.1f ms, longest %.0f ms; %d seen, %d stopped (%s)%n",
                name, built / 1_000_000, times.get(0), sorted[sorted.length / 2], sorted[sorted.length - 1],
                last.seen().size(), last.stopped().size(),
                last.stopped().isEmpty() ? "none" : last.stopped().get(0).code());
    }

    private static Case many(int rules, int turns) {
        Random chance = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            text.append("rule \"R\" code B").append(i).append(" owner \"T\" when the speaker is the learner\n");
            for (int c = 0; c < 8; c++) {
                text.append(" and ").append(switch (chance.nextInt(5)) {
                    case 0 -> "at most " + (5_000 + chance.nextInt(1)) / 10 + " questions by the learner so far";
                    case 1 -> "at least " + chance.nextInt(100) + " questions by the learner in the last "
                            + (100 + chance.nextInt(100)) + " turns of theirs";
                    case 2 -> "the learner spoke at most " + (50 + chance.nextInt(50)) + " % of the words in the last "
                            + (50 + chance.nextInt(150)) + " turns";
                    case 3 ->
                        "at most " + (20 + chance.nextInt(80)) + " % of the learner's questions so far are replies";
                    default -> "the turn has at least " + (1 + chance.nextInt(9)) + " words";
                }).append('\n');
            }
            text.append(" then observe \"b\" as something to know\n");
        }
        return new Case(judge(text.toString(), Map.of()),
                talk(turns, "Is it live now, and did they all agree to it?", 30));
    }

    private static Case firing(int rules, int turns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            text.append("rule \"R\" code B").append(i)
                    .append(" owner \"T\" when the speaker is the learner and at least ")
                    .append(i % 500).append(" questions by the learner so far and at least ").append(i / 500 + 2)
                    .append(" replies by the partner so far then observe \"b\" as something to know\n");
        }
        return new Case(judge(text.toString(), Map.of()), talk(turns, "Is it live now?", 30));
    }

    private static Case fillers() {
        Random chance = new Random(2);
        List<String> phrases = new ArrayList<>();
        List<String> words = List.of("um", "uh", "er", "erm", "uhm");
        while (phrases.size() < 2_000) {
            StringBuilder phrase = new StringBuilder("uh");
            for (int w = 0; w < 29; w++) {
                phrase.append(' ').append(words.get(chance.nextInt(words.size())));
            }
            phrases.add(phrase.toString());
        }
        StringBuilder turn = new StringBuilder();
        for (int w = 0; w < 5_000; w++) {
            turn.append(words.get(chance.nextInt(words.size()))).append(", ");
        }
        return new Case(judge(
                "rule \"R\" code B1 owner \"T\" when the speaker is the learner and the turn contains a phrase from"
                        + " \"fillers\" then observe \"b\" as something to know",
                Map.of("fillers", phrases)),
                List.of(talk(1, turn.toString(), 1).get(0)));
    }

    private static Case meanings() {
        Map<String, List<String>> lists = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < 40; l++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                lines.add((i % 5 == 4 ? "not: " : "") + "we could never pay for number " + l + " and line " + i);
            }
            lists.put("list " + l, lines);
            text.append("rule \"R\" code B").append(l)
                    .append(" owner \"T\" when the speaker is the learner and the turn says")
                    .append(" something like \"list ").append(l).append("\" then observe \"b\" as something to know\n");
        }
        List<Moment> moments = new ArrayList<>();
        for (int m = 0; m < 10; m++) {
            StringBuilder turn = new StringBuilder();
            for (int s = 0; s < 12; s++) {
                turn.append("Sentence ").append(s).append(" of ").append(m)
                        .append(" goes on about the rollout that stalled and the people who waited for it".repeat(5))
                        .append(". ");
            }
            moments.add(talk(1, turn.toString(), 1).get(0));
        }
        return new Case(judge(text.toString(), lists), moments);
    }

    private static Case samePhrases(int rules, int turns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            text.append("rule \"R\" code B").append(i)
                    .append(" owner \"T\" when the speaker is the learner and the learner used")
                    .append(" the same phrase from \"list ").append(i).append("\" at least 2 times so far")
                    .append(" then observe \"b\" as something to know\n");
        }
        Map<String, List<String>> lists = new HashMap<>();
        for (int i = 0; i < rules; i++) {
            lists.put("list " + i, List.of("great point"));
        }
        return new Case(judge(text.toString(), lists), talk(turns, "Great point.", 5));
    }

    private static Judge judge(String text, Map<String, List<String>> lists) {
        return new Judge(
                new Rulebook(Written.rules(text, new Lexicon(List.of("question", "reply"), lists.keySet())), lists,
                        List.of(), null));
    }

    /** The last moments of a talk in which the learner asks and the partner answers. */
    private static List<Moment> talk(int turns, String says, int last) {
        var signals = READER.read(says);
        SeenTurn[] seen = new SeenTurn[turns];
        for (int i = 0; i < turns; i++) {
            boolean learner = (turns - i) % 2 == 1;
            seen[i] = new SeenTurn(new Turn(i + 1, learner ? Role.LEARNER : Role.PARTNER, "x", says, null, null, null),
                    signals, Map.of(learner ? "question" : "reply", Clarity.CLEAR));
        }
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            moments.add(new Moment(new Setting("sales", null), Arrays.asList(seen)));
        }
        return moments;
    }
}
