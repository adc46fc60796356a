package dev.rapport.rules.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rapport.coaching.composition.Talk;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.PastTurn;
import dev.rapport.rules.conversation.Conversation;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Outcome;
import dev.rapport.rules.conversation.Patience;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.signals.TextSignals;

/**
 * Judges a past conversation by the rulebook in force and by a draft, each exactly as the running service would have done,
 * because it is the same {@link ConversationJudge} that decides. Safe for threads.
 */
final class TwoJudges {

    private static final Patience NO_LIMIT = new Patience(Patience.DEFAULT.grace(), Patience.DEFAULT.silence(),
            Patience.DEFAULT.kept(), Patience.DEFAULT.remembered(), Integer.MAX_VALUE);

    private final Rules live;
    private final String draftVersion;
    private final Set<String> draftCodes;
    private final Effect effect;
    /** Null where no rule can say anything else. */
    private final Rules again;

    TwoJudges(Rulebook live, Rulebook draft) {
        this.live = new RulesOfRulebook(new Judge(live));
        this.draftVersion = draft.version();
        this.draftCodes = draft.behaviourRules().stream().map(Rule::code).collect(Collectors.toUnmodifiableSet());
        this.effect = Effect.of(live, draft);
        this.again = effect.toJudge().isEmpty()
                ? Nothing.SEEN
                : new RulesOfRulebook(new Judge(new Rulebook(effect.toJudge(), draft.phrases(), List.of(), null)));
        this.same = effect.toJudge().isEmpty() && effect.kinds().isEmpty() && draftCodes.equals(this.live.codes());
    }

    private final boolean same;

    private enum Nothing implements Rules {
        SEEN;

        @Override
        public String version() {
            return "";
        }

        @Override
        public Set<String> codes() {
            return Set.of();
        }

        @Override
        public Verdicts judge(Moment moment) {
            return new Verdicts(Map.of(), List.of(), Map.of());
        }
    }

    Effect effect() {
        return effect;
    }

    Replayed judge(PastTalk talk) {
        Map<Integer, Verdicts> said = new HashMap<>();
        Talk before = judged(talk, new Remembering(live, said));
        if (same) {
            return new Replayed(talk, before, before);
        }
        // a talk that the rulebook in force did not judge, for its language, has no verdicts to start from
        Talk after = judged(talk, new DraftRules(draftVersion, draftCodes, effect, again, said::get));
        return new Replayed(talk, before, saysTheSame(before, after) ? before : after);
    }

    /** Whether the two differ in nothing but the name of the rulebook: then one message does for both. */
    private static boolean saysTheSame(Talk before, Talk after) {
        List<BehaviourObserved> one = before.observations();
        List<BehaviourObserved> other = after.observations();
        if (one.size() != other.size() || !before.judged().judged().equals(after.judged().judged())
                || !before.judged().notJudged().equals(after.judged().notJudged())) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            BehaviourObserved o = other.get(i);
            if (!one.get(i).equals(new BehaviourObserved(o.tenant(), o.conversation(), o.learner(), o.turn(), o.rule(),
                    o.ruleVersion(), one.get(i).rulebookVersion(), o.behaviour(), o.polarity(),
                    o.clarity(), o.evidence(), o.because(), o.otherwise(), o.withdrawn(), o.severity()))) {
                return false;
            }
        }
        return true;
    }

    private record Remembering(Rules rules, Map<Integer, Verdicts> said) implements Rules {

        @Override
        public String version() {
            return rules.version();
        }

        @Override
        public Set<String> codes() {
            return rules.codes();
        }

        @Override
        public Verdicts judge(Moment moment) {
            Verdicts verdicts = rules.judge(moment);
            said.put(moment.current().turn().number(), verdicts);
            return verdicts;
        }
    }

    private static Talk judged(PastTalk talk, Rules rules) {
        Map<String, TextSignals> signals = new HashMap<>();
        talk.turns().forEach(turn -> signals.put(turn.turn().text(), turn.signals()));
        // the language was found out when the talk was kept
        ConversationJudge judge = new ConversationJudge(() -> rules, signals::get, text -> Optional.empty(), NO_LIMIT);
        ConversationOpened opened = talk.opened();
        Instant now = talk.at();
        Map<String, BehaviourObserved> standing = new LinkedHashMap<>();
        Conversation conversation = judge.begin(opened, now);
        for (PastTurn past : talk.turns()) {
            Turn turn = past.turn();
            hear(judge.spoken(conversation, new TurnSpoken(opened.tenant(), opened.conversation(), turn.number(),
                    turn.speaker(), turn.role(), turn.text(), turn.startMillis(), turn.endMillis(),
                    turn.confidence()), now), standing);
        }
        ConversationJudged last = hear(judge.closed(conversation,
                new ConversationClosed(opened.tenant(), opened.conversation(), talk.turns().size(), now), now),
                standing);
        return new Talk(last, List.copyOf(standing.values()));
    }

    /** @return the last word, once it is spoken */
    private static ConversationJudged hear(Outcome outcome, Map<String, BehaviourObserved> standing) {
        ConversationJudged last = null;
        for (Event event : ((Outcome.Changed) outcome).told()) {
            if (event instanceof BehaviourObserved observed) {
                if (observed.withdrawn()) {
                    standing.remove(observed.id());
                } else {
                    standing.put(observed.id(), observed);
                }
            } else {
                last = (ConversationJudged) event;
            }
        }
        return last;
    }
}
