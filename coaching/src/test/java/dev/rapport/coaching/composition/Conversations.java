package dev.rapport.coaching.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.events.Severity;

/** A judged talk in English: who said what, and what a rule saw. */
public final class Conversations {

    private final List<BehaviourObserved> observations = new ArrayList<>();
    private final Map<String, String> notJudged = new TreeMap<>();
    private final List<String> partners = new ArrayList<>();
    private String tenant = "local";
    private String id = "talk-1";
    private String learner = "mara-lind";
    private int turns = 40;
    private int learnerTurns = 20;
    private Double confidence;
    private String cannotJudge;

    private Conversations() {
    }

    public static Conversations talk() {
        return new Conversations();
    }

    /** Of a learner of its own: who has had two messages in a week gets no third. */
    public static Conversations talk(String id) {
        Conversations talk = new Conversations();
        talk.id = id;
        talk.learner = "learner-of-" + id;
        return talk;
    }

    /** One with a strength, B01, and a point to try, B20, of a learner of its own. */
    public static Conversations both(String id) {
        return talk(id).saw("B01", 6, "The rollout stalled in the middle of March.", "The rollout",
                "You said the rollout stalled. What changed then?")
                .saw("B20", 12, "We lost two engineers and the budget is gone.", "We lost two engineers",
                        "So is it live now? And did they agree?")
                .saw("B20", 14, "If only it were so easy with them.", null,
                        "Are you happy with that, and do they know?");
    }

    public Conversations tenant(String name) {
        tenant = name;
        return this;
    }

    public Conversations learner(String name) {
        learner = name;
        return this;
    }

    public Conversations partner(String name) {
        partners.add(name);
        return this;
    }

    public Conversations learnerTurns(int n) {
        learnerTurns = n;
        return this;
    }

    public Conversations turns(int n) {
        turns = n;
        return this;
    }

    public Conversations confidence(double mean) {
        confidence = mean;
        return this;
    }

    public Conversations cannotJudge(String reason) {
        cannotJudge = reason;
        return this;
    }

    public Conversations notJudged(String code, String reason) {
        notJudged.put(code, reason);
        return this;
    }

    /** A rule saw something in what the learner said at {@code turn}, right after the partner's words. */
    public Conversations saw(String rule, int turn, String partner, String focus, String learner) {
        return saw(rule, turn, Clarity.CLEAR, partner, focus, learner);
    }

    public Conversations saw(String rule, int turn, Clarity clarity, String partner, String focus, String learner) {
        List<Evidence> evidence = new ArrayList<>();
        if (partner != null) {
            evidence.add(
                    new Evidence(turn - 1, Role.PARTNER, Evidence.Part.CONTEXT, partner, 0, partner.length(), focus,
                            (turn - 1) * 10_000L));
        }
        evidence.add(new Evidence(turn, Role.LEARNER, Evidence.Part.ACT, learner, 0, learner.length(), null,
                turn * 10_000L));
        return saw(rule, turn, clarity, evidence);
    }

    public Conversations saw(String rule, int turn, Clarity clarity, List<Evidence> evidence) {
        return saw(rule, turn, clarity, evidence, null);
    }

    /** @param severity null if not told */
    public Conversations saw(String rule, int turn, Clarity clarity, List<Evidence> evidence, Severity severity) {
        observations.add(new BehaviourObserved(tenant, id, this.learner, turn, rule, "0123456789ab", "ba9876543210",
                "behaviour " + rule, polarity(rule), clarity, evidence, List.of("the condition held"),
                "one condition less", false, severity));
        return this;
    }

    private static Polarity polarity(String rule) {
        if (rule.startsWith("S")) {
            return Polarity.KNOW;
        }
        return Integer.parseInt(rule.substring(1)) <= 18 ? Polarity.KEEP : Polarity.GROW;
    }

    public List<BehaviourObserved> observations() {
        return List.copyOf(observations);
    }

    public ConversationJudged judged() {
        return new ConversationJudged(tenant, id, learner, "sales-discovery", "building", "en", turns, learnerTurns,
                400, 600, confidence, observations.size(), List.of("B01", "B20", "B27"), notJudged, cannotJudge,
                "ba9876543210", partners);
    }

    public Talk build() {
        return new Talk(judged(), observations);
    }
}
