package dev.rapport.rules.fairness;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rapport.events.Clarity;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.conversation.Conversation;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.Outcome;
import dev.rapport.rules.conversation.Patience;
import dev.rapport.rules.conversation.TurnRecord;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.signals.LanguageGuess;
import dev.rapport.rules.signals.TextReader;

/** Judges as the service does, by its own judge of conversations and the rulebook of the repository. */
final class Hearing {

    private static final Hearing OF_THE_REPOSITORY = new Hearing();

    private final RulesOfRulebook rules = new RulesOfRulebook(
            new Judge(((Reading.Read) RulebookFolder.read(Path.of("..", "rules"))).rulebook()));
    private final ConversationJudge judge = new ConversationJudge(() -> rules, new TextReader()::read,
            LanguageGuess::of, Patience.DEFAULT);

    private Hearing() {
    }

    static Hearing ofTheRepository() {
        return OF_THE_REPOSITORY;
    }

    /**
     * What kinds of turn the last one is, said by the learner; the partner said the others. One without context is said in
     * a talk of two all the same: some rules are for texts in which one side alone speaks.
     */
    Map<String, Clarity> acts(List<String> turns) {
        List<String> said = new ArrayList<>(turns.size() > 1 ? List.of() : List.of("partner: Okay then."));
        for (int i = 0; i < turns.size(); i++) {
            said.add((i == turns.size() - 1 ? "learner: " : "partner: ") + turns.get(i));
        }
        List<TurnRecord> records = judged(said);
        return new TreeMap<>(records.get(records.size() - 1).acts());
    }

    /** What the learner shows: the number of the turn and the code of the behaviour's rule. */
    TreeSet<String> behaviours(List<String> said) {
        TreeSet<String> seen = new TreeSet<>();
        for (TurnRecord record : judged(said)) {
            record.standing().forEach(one -> seen.add(record.turn().number() + " " + one.rule()));
        }
        return seen;
    }

    private List<TurnRecord> judged(List<String> said) {
        List<Participant> both = List.of(new Participant("learner", Role.LEARNER),
                new Participant("partner", Role.PARTNER));
        Conversation talk = judge.begin(new ConversationOpened("house", "talk", "learner", both, "general", null, null,
                new Consent(true, Consent.COACHING, null), null), Instant.EPOCH);
        TreeMap<Integer, TurnRecord> records = new TreeMap<>();
        for (int i = 0; i < said.size(); i++) {
            String[] turn = said.get(i).split(": ", 2);
            Outcome outcome = judge.spoken(talk, new TurnSpoken("house", "talk", i + 1, turn[0],
                    Role.valueOf(turn[0].toUpperCase(java.util.Locale.ROOT)), turn[1], null, null, null),
                    Instant.EPOCH);
            ((Outcome.Changed) outcome).turns().forEach(record -> records.put(record.turn().number(), record));
        }
        return List.copyOf(records.values());
    }
}
