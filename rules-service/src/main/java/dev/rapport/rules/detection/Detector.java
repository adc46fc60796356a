package dev.rapport.rules.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Consent;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Evidence;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.conversation.Conversation;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.Outcome;
import dev.rapport.rules.conversation.Patience;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.TurnRecord;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.LanguagesFolder.Languages;
import dev.rapport.rules.signals.LanguageGuess;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;

/**
 * Judges a whole conversation as the service would, because it is the service's {@link ConversationJudge} that does. The
 * service coaches one learner of a conversation; here everybody is, one after the other: what a turn is and what it shows
 * is said by the pass in which its speaker is the learner and everybody else the partner. So the partner's last turn is
 * the last turn of another speaker, and what a sender calls the speakers does not matter. Pure; safe for threads.
 */
final class Detector {

    /** A longer conversation is judged in pieces of so many lines, so that none can fill the memory. */
    static final int LONGEST = Patience.DEFAULT.longest();

    /** As the service takes a conversation of which no kind is told. */
    private static final String NO_KIND = "general";
    private static final String TENANT = "detect";
    private static final String ID = "conversation";
    private static final Consent OWN_FILE = new Consent(true, Consent.COACHING, null);
    private static final Instant NOW = Instant.EPOCH;

    private final Rules rules;
    private final Function<String, TextSignals> reader;
    private final Uptake uptake;
    private final Map<String, Ear> ears = new HashMap<>();
    private final String told;

    /** What hears another language than English: rules that say what a turn is, and what reads it for them. */
    private record Ear(Rules rules, Function<String, TextSignals> reader) {
    }

    Detector(Rules rules) {
        this(rules, new TextReader()::read, new WordsTakenUp());
    }

    Detector(Rules rules, Function<String, TextSignals> reader, Uptake uptake) {
        this.rules = rules;
        this.reader = reader;
        this.uptake = uptake;
        this.told = null;
    }

    /**
     * @param languages beside English in which it is seen what a turn is
     * @param told BCP 47, what every conversation is in; null to go by what its lines say, or to guess
     */
    Detector(Rules rules, Languages languages, String told) {
        this.rules = rules;
        this.reader = new TextReader()::read;
        this.uptake = new WordsTakenUp();
        this.told = told;
        languages.languages().forEach((tag, language) -> ears.put(tag,
                new Ear(new RulesOfRulebook(language.judge()), language.reader()::read)));
    }

    /** @param lines of one conversation, at most {@link #LONGEST} */
    Detected detect(List<Line> lines) {
        List<SpokenLine> said = new ArrayList<>();
        JsonNode id = null;
        for (Line line : lines) {
            if (line instanceof Line.Spoken spoken) {
                said.add(spoken.said());
                id = spoken.said().conversation();
            } else if (line instanceof Line.Broken broken && id == null) {
                id = broken.conversation();
            }
        }
        return new Talk(said).detected(id, lines);
    }

    /** One conversation while it is judged. */
    private final class Talk {

        private final List<SpokenLine> said;
        private final Map<String, TextSignals> signals = new HashMap<>();
        private final Map<String, TurnRecord[]> passes = new HashMap<>();
        private final String[] failures;
        private final List<List<BehaviourObserved>> observed = new ArrayList<>();
        private final List<ConversationJudged> lastWords = new ArrayList<>();
        private final String language;
        /** Null in English, and where a language can only be declined. */
        private final Ear ear;
        private final String kind;
        private final String stage;

        Talk(List<SpokenLine> said) {
            this.said = said;
            this.failures = new String[said.size()];
            kind = first(SpokenLine::kind).orElse(NO_KIND);
            stage = first(SpokenLine::stage).orElse(null);
            // once for all passes: it depends on the first turns only, whoever is the learner
            language = Optional.ofNullable(told).or(() -> first(SpokenLine::language)).or(() -> LanguageGuess.of(
                    ConversationJudge.languageSample(said.stream().map(SpokenLine::text).toList()))).orElse(null);
            ear = language == null ? null : ears.get(Locale.forLanguageTag(language).getLanguage());
            said.forEach(line -> {
                signals.computeIfAbsent(line.text(), ear == null ? reader : ear.reader());
                observed.add(new ArrayList<>());
            });
        }

        private Optional<String> first(Function<SpokenLine, String> told) {
            return said.stream().map(told).filter(Objects::nonNull).findFirst();
        }

        Detected detected(JsonNode id, List<Line> lines) {
            Set<String> speakers = new LinkedHashSet<>();
            Set<String> learners = new LinkedHashSet<>();
            for (SpokenLine line : said) {
                speakers.add(line.speaker());
                if (line.learner()) {
                    learners.add(line.speaker());
                }
            }
            Set<String> judged = learners.isEmpty() ? speakers : learners;
            speakers.forEach(speaker -> passes.put(speaker, pass(speaker, speakers, judged.contains(speaker))));
            List<Detected.Seen> seen = new ArrayList<>();
            int next = 0;
            for (Line line : lines) {
                seen.add(line instanceof Line.Broken broken ? Detected.Seen.broken(broken) : seen(next++));
            }
            // the order was made for English; where that is not what is spoken it would say nothing
            OptionalDouble rapport = isJudged()
                    ? RapportOrder.of(judged.stream().map(this::counts).toList())
                    : OptionalDouble.empty();
            Map<String, String> notJudged = ear == null ? notJudged() : onlyActs();
            List<String> decided = new TreeSet<>(rules.codes()).stream().filter(code -> !notJudged.containsKey(code))
                    .toList();
            return new Detected(id, language, seen, rapport, decided, notJudged);
        }

        private boolean isJudged() {
            return ear == null && lastWords.stream().allMatch(lastWord -> lastWord.cannotJudge() == null);
        }

        private Map<String, String> onlyActs() {
            Map<String, String> notJudged = new TreeMap<>();
            rules.codes().forEach(code -> notJudged.put(code,
                    "in this language only what a turn is can be seen yet (" + language + ")"));
            return notJudged;
        }

        /** Judges the conversation with {@code learner} as the learner. */
        private TurnRecord[] pass(String learner, Set<String> speakers, boolean isJudged) {
            // with rules of the language that is spoken, none is foreign
            Rules spoken = ear == null ? rules : ear.rules();
            String foreign = ear == null ? language : null;
            ConversationJudge judge = new ConversationJudge(() -> spoken, signals::get,
                    sample -> Optional.ofNullable(foreign), Patience.DEFAULT);
            List<Participant> participants = speakers.stream()
                    .map(name -> new Participant(name, name.equals(learner) ? Role.LEARNER : Role.PARTNER)).toList();
            Conversation conversation = judge.begin(new ConversationOpened(TENANT, ID, learner, participants, kind,
                    stage, foreign, OWN_FILE, null), NOW);
            TurnRecord[] records = new TurnRecord[said.size()];
            for (int i = 0; i < said.size(); i++) {
                SpokenLine line = said.get(i);
                take(judge.spoken(conversation, new TurnSpoken(TENANT, ID, i + 1, line.speaker(),
                        line.speaker().equals(learner) ? Role.LEARNER : Role.PARTNER, line.text(), line.startMillis(),
                        line.endMillis(), line.confidence()), NOW), records, i, isJudged);
            }
            take(judge.closed(conversation, new ConversationClosed(TENANT, ID, said.size(), NOW), NOW), records,
                    said.size() - 1, isJudged);
            return records;
        }

        private void take(Outcome outcome, TurnRecord[] records, int at, boolean isJudged) {
            if (outcome instanceof Outcome.Refused refused) {
                failures[at] = refused.reason();
            } else if (outcome instanceof Outcome.Changed changed) {
                changed.turns().forEach(record -> records[record.turn().number() - 1] = record);
                if (changed.failure() != null && failures[at] == null) {
                    failures[at] = changed.failure();
                }
                for (Object told : isJudged ? changed.told() : List.of()) {
                    if (told instanceof ConversationJudged lastWord) {
                        lastWords.add(lastWord);
                    } else if (told instanceof BehaviourObserved one) {
                        List<BehaviourObserved> there = observed.get(one.turn() - 1);
                        there.removeIf(before -> before.id().equals(one.id())
                                && before.learner().equals(one.learner()));
                        if (!one.withdrawn()) {
                            there.add(one);
                        }
                    }
                }
            }
        }

        private Detected.Seen seen(int i) {
            SpokenLine line = said.get(i);
            TurnRecord record = passes.get(line.speaker())[i];
            Double takenUp = null;
            for (int before = i - 1; before >= 0 && takenUp == null; before--) {
                if (!said.get(before).speaker().equals(line.speaker())) {
                    takenUp = uptake.of(seenTurn(record), seenTurn(passes.get(said.get(before).speaker())[before]));
                }
            }
            return new Detected.Seen(line.conversation(), line.turn(), Act.of(record.acts()), takenUp,
                    observed.get(i).stream().map(this::observation).toList(), failures[i]);
        }

        private SeenTurn seenTurn(TurnRecord record) {
            return new SeenTurn(record.turn(), record.signals(), record.acts());
        }

        private Detected.Observation observation(BehaviourObserved one) {
            List<JsonNode> evidence = one.evidence().stream().map(Evidence::turn).distinct()
                    .map(turn -> said.get(turn - 1).turn()).toList();
            return new Detected.Observation(one.rule(), one.behaviour(), one.polarity(), one.clarity(), evidence,
                    one.because(), one.otherwise());
        }

        /** As the service's last word says it of one learner: not judged is what could not be told and was not seen. */
        private Map<String, String> notJudged() {
            Set<String> seen = new HashSet<>();
            observed.forEach(there -> there.forEach(one -> seen.add(one.rule())));
            Map<String, String> notJudged = new TreeMap<>();
            lastWords.forEach(lastWord -> lastWord.notJudged().forEach((code, why) -> {
                if (!seen.contains(code)) {
                    notJudged.putIfAbsent(code, why);
                }
            }));
            return notJudged;
        }

        private Counts counts(String speaker) {
            int turns = 0;
            int words = 0;
            int othersTurns = 0;
            int questions = 0;
            int closed = 0;
            int reflections = 0;
            int advice = 0;
            for (int i = 0; i < said.size(); i++) {
                if (!said.get(i).speaker().equals(speaker)) {
                    othersTurns++;
                    continue;
                }
                turns++;
                words += signals.get(said.get(i).text()).words();
                Map<Act, Double> acts = Act.of(passes.get(speaker)[i].acts());
                questions += acts.containsKey(Act.QUESTION) ? 1 : 0;
                closed += acts.containsKey(Act.CLOSED_QUESTION) ? 1 : 0;
                reflections += acts.containsKey(Act.REFLECTION) ? 1 : 0;
                advice += acts.containsKey(Act.ADVICE) ? 1 : 0;
            }
            return new Counts(turns, words, othersTurns, questions, closed, reflections, advice);
        }
    }
}
