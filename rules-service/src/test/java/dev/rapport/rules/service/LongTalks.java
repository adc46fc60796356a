package dev.rapport.rules.service;

import java.util.List;
import java.util.Random;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Talk;

/** Talks as long as one likes, always the same for the same seed, in which much can be observed. */
final class LongTalks {

    private static final List<String> PARTNER = List.of("The rollout in the Leeds warehouse stalled in March.",
            "We had to tell eleven suppliers by hand, and it took us most of the spring.",
            "Honestly, it has been rough. I was worried about my team for weeks.",
            "Right now every change goes through Dana, and she is out on Fridays.",
            "I am not sure the budget for the scanners holds past June.", "It went fine, thanks.",
            "Our carrier switched systems twice, so nobody trusts the tracking any more.",
            "I felt pretty frustrated when the audit came back with the same three points.", "Yes.",
            "My daughter plays in a tournament this weekend, so I will be off early.",
            "We tried a pilot with two night shifts before the summer.", "What would you suggest?",
            "The problem is that returns pile up at the dock and nobody owns them.");

    private static final List<String> LEARNER = List.of("What changed in March?", "Did you tell them?", "Is it live?",
            "So the delay cost you more trust than money.", "That sounds exhausting. How did your team take it?",
            "Eleven suppliers. That is a lot of phone calls.", "You should just escalate it to Dana.",
            "That resonates.", "Are you happy with the carrier?", "Okay.",
            "I moved warehouses mid-project too, in Bristol. How did you handle the handover?",
            "Thanks for walking me through the pilot.", "How did the tournament go for your daughter?",
            "Would it help to hear what worked for us, or shall I just listen?",
            "I jumped in there, sorry. You were saying something about the audit?",
            "Let me tell you about our own platform. We built it over four years and it has every report you can think of.",
            "Have you tried a second scanner?", "Tell me more about the night shifts.");

    private LongTalks() {
    }

    static Talk of(String id, int turns, long seed) {
        return of("local", id, turns, seed);
    }

    static Talk of(String tenant, String id, int turns, long seed) {
        Random chance = new Random(seed);
        Talk talk = Talk.called(tenant, id).in("en");
        long millis = 0;
        for (int i = 0; i < turns; i++) {
            boolean learner = i % 2 == 0 ? chance.nextInt(10) > 0 : chance.nextInt(10) == 0;
            List<String> says = learner ? LEARNER : PARTNER;
            talk.says(learner ? Role.LEARNER : Role.PARTNER, says.get(chance.nextInt(says.size())), millis);
            millis += 2_000 + chance.nextInt(20_000);
        }
        return talk;
    }
}
