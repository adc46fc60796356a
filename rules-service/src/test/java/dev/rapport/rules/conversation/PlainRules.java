package dev.rapport.rules.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;
import dev.rapport.rules.signals.TextSignals;

/**
 * A few rules in Java that look at a turn, at the turn before, at a window and at all of the talk, so that a turn that
 * comes late changes what is seen at others.
 */
public record PlainRules(String version, int streak) implements Rules {

    public static final PlainRules FIRST = new PlainRules("aaaaaaaaaaaa", 3);

    @Override
    public Set<String> codes() {
        return Set.of("ASKED", "STREAK", "OFTEN", "QUICK", "ANSWERED");
    }

    @Override
    public Verdicts judge(Moment moment) {
        SeenTurn bare = moment.current();
        SeenTurn current = new SeenTurn(bare.turn(), bare.signals(), acts(moment));
        List<SeenTurn> turns = new ArrayList<>(moment.turns());
        turns.set(turns.size() - 1, current);
        return behaviours(new Moment(moment.setting(), turns));
    }

    private static Map<String, Clarity> acts(Moment moment) {
        String text = moment.current().turn().text();
        if (text.contains("BREAK THE ACTS")) {
            throw new IllegalStateException("as asked");
        }
        Map<String, Clarity> acts = new HashMap<>();
        if (text.endsWith("?")) {
            acts.put("question", Clarity.CLEAR);
        }
        Optional<SeenTurn> before = moment.otherSidesLast();
        if (before.isPresent() && before.get().is("question")) {
            acts.put("answer", Clarity.LIKELY);
        }
        return acts;
    }

    private Verdicts behaviours(Moment moment) {
        if (moment.current().turn().text().contains("BREAK THE BEHAVIOURS")) {
            throw new IllegalStateException("as asked");
        }
        List<Sighting> seen = new ArrayList<>();
        Map<String, String> undecided = new HashMap<>();
        SeenTurn current = moment.current();
        if (current.turn().role() == Role.LEARNER && current.is("question")) {
            seen.add(sighting("ASKED", List.of(current)));
            List<SeenTurn> mine = moment.turns().stream().filter(t -> t.turn().role() == Role.LEARNER).toList();
            List<SeenTurn> latest = mine.subList(Math.max(0, mine.size() - streak), mine.size());
            if (latest.size() == streak && latest.stream().allMatch(t -> t.is("question"))) {
                seen.add(sighting("STREAK", latest));
            }
            List<SeenTurn> questions = mine.stream().filter(t -> t.is("question")).toList();
            if (questions.size() % 4 == 0) {
                seen.add(sighting("OFTEN", questions.subList(questions.size() - 2, questions.size())));
            }
            if (current.turn().startMillis() == null) {
                undecided.put("QUICK", "no times in this transcript");
            } else if (current.turn().startMillis() < 1_000) {
                seen.add(sighting("QUICK", List.of(current)));
            }
        }
        if (current.is("answer")) {
            seen.add(sighting("ANSWERED", List.of(moment.otherSidesLast().orElseThrow(), current)));
        }
        return new Verdicts(current.acts(), seen, undecided);
    }

    private Sighting sighting(String rule, List<SeenTurn> turns) {
        return new Sighting(rule, rule.equals("STREAK") ? "s" + streak : "v1", rule.toLowerCase(Locale.ROOT),
                Polarity.GROW, Severity.MODERATE, Clarity.CLEAR,
                turns.stream().map(SeenTurn::turn).map(t -> new Evidence(t.number(), t.role(), Evidence.Part.ACT,
                        t.text(), 0, t.text().length(), null, t.startMillis())).toList(),
                List.of("it was so"), "it would not have been so");
    }

    /** Signals with nothing in them but the number of words. */
    public static TextSignals read(String text) {
        if (text.contains("BREAK THE READER")) {
            throw new IllegalStateException("as asked");
        }
        return new TextSignals(TextSignals.VERSION, List.of(), List.of(), text.isBlank() ? 0 : text.split(" ").length,
                Set.of(), Set.of(), List.of(), false, false, null, null);
    }

    /** German if it says so. */
    public static Optional<String> language(String text) {
        return text.contains("Deutsch") ? Optional.of("de") : text.length() < 20 ? Optional.empty() : Optional.of("en");
    }
}
