package dev.rapport.rules.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.signals.TextSignals;

/**
 * Conversations that nobody had, as many as one likes: the same number, the same words. Sentences are put together from
 * pieces, so that among thousands of talks few turns are alike.
 */
public final class MadeUpTalks {

    public static final Instant FIRST = Instant.parse("2026-09-07T08:00:00Z");

    private static final Map<String, List<String>> PIECES = Map.of(
            "place", List.of("Leeds", "Galway", "Pune", "Bristol", "Cork", "Aberdeen", "Mysore", "Derby", "Lisbon",
                    "Tampere", "Sligo", "Norwich", "Utrecht", "Chennai", "Swansea"),
            "thing", List.of("rollout", "audit", "migration", "price list", "returns desk", "night shift", "scanner",
                    "supplier portal", "training plan", "quarterly report", "help desk", "booking form", "warehouse",
                    "loyalty card", "new contract", "release", "call queue", "stock count"),
            "problem", List.of("stalled", "slipped twice", "ran over budget", "fell behind", "was taken over by IT",
                    "lost its owner", "came back with three open points", "broke on a Friday night",
                    "confused half of the shop floor", "was stopped by legal", "doubled our tickets"),
            "person", List.of("Dana", "Priya", "Tom", "Siobhan", "Karim", "Ines", "Oluwaseun", "Marek", "Fatima",
                    "Greta", "Declan", "Anjali"),
            "when", List.of("in March", "last spring", "two weeks ago", "before the summer", "on Monday", "in October",
                    "right after Easter", "during the holidays", "at the end of the quarter"),
            "number", List.of("three", "eleven", "forty", "two", "six", "a dozen", "ninety", "fifteen"),
            "feeling", List.of("frustrated", "worried", "relieved", "tired", "proud", "nervous", "stuck", "glad",
                    "overwhelmed", "excited"),
            "team", List.of("my team", "the drivers", "our finance people", "the agents", "the store managers",
                    "the engineers", "our partners", "the new hires"));

    private static final List<String> PARTNER = List.of("The {thing} in {place} {problem} {when}.",
            "We had to tell {number} suppliers by hand, and it took {team} most of the week.",
            "Honestly, it has been rough. I was {feeling} about {team} for weeks.",
            "Right now every change to the {thing} goes through {person}, and nobody else knows it.",
            "I am not sure the budget for the {thing} holds past June.", "It went fine, thanks.", "Yes.", "Mm-hm.",
            "Our carrier switched systems twice, so {team} trust nothing that the {thing} says.",
            "I felt pretty {feeling} when the {thing} {problem}.",
            "My daughter plays in a tournament in {place} this weekend, so I will be off early.",
            "We tried a pilot with {number} people {when}.", "What would you suggest?",
            "The problem is that returns pile up at the {thing} and nobody owns them.",
            "{person} asked for a second {thing} {when}, and then it went quiet.",
            "Well, yeah, I suppose that is fair.", "Not really, no.",
            "It cost us about {number} customers, and {person} still brings it up.",
            "I grew up in {place}, so I know the site well.",
            "To be honest I feel {feeling} whenever the {thing} comes up.",
            "We moved the {thing} to {place} {when}. It is better now, but {team} still call me.",
            "That is a good question. I never thought about it like that.",
            "Half of {team} want the old {thing} back.", "Could you send me something on the {thing}?",
            "I do not have times for that, {person} does.");

    private static final List<String> LEARNER = List.of("What changed {when}?", "Did you tell {person}?",
            "Is the {thing} live?", "So the {thing} {problem}, and {team} paid for it.",
            "That sounds exhausting. How did {team} take it?", "{number} suppliers. That is a lot of phone calls.",
            "You should just escalate it to {person}.", "That resonates.", "Are you happy with the {thing}?", "Okay.",
            "I moved a {thing} mid-project too, in {place}. How did you handle the handover?",
            "Thanks for walking me through the {thing}.", "How did the tournament go for your daughter?",
            "Would it help to hear what worked for us, or shall I just listen?",
            "I jumped in there, sorry. You were saying something about the {thing}?",
            "Let me tell you about our own platform. We built it over four years and it has every report that you can think of, for {team} and for whoever comes after them.",
            "Have you tried a second {thing}?", "Tell me more about the {thing}.",
            "What was it like for {team} when the {thing} {problem}?", "And who owns the {thing} now?",
            "You said {person} still brings it up. What does {person} say?", "Do you use the {thing} in {place}?",
            "I have been there myself; our {thing} {problem} {when} and I was {feeling} for days.",
            "It makes sense that you were {feeling}.", "Can we talk about the price now?",
            "We are both from {place} then, small world.", "Why did you not simply replace the {thing}?",
            "So, if I hear you right, {team} want the {thing} back because it {problem}.",
            "Great point.", "Right.", "What would a good week look like for {team}?",
            "You need to train {team} first, then buy the {thing}.", "How long has the {thing} been like this?",
            "Did it work?", "Could you maybe send me the {thing} by Friday?",
            "I appreciate that you told me about {person}.");

    private static final List<String> KINDS = List.of("sales-discovery", "support", "one-to-one", "mentoring");

    private final int turns;
    private final int talksOfALearner;
    private final Function<String, TextSignals> reader;

    /**
     * @param turns of each talk
     * @param talksOfALearner how many one person has, one every other day
     */
    public MadeUpTalks(int turns, int talksOfALearner, Function<String, TextSignals> reader) {
        this.turns = turns;
        this.talksOfALearner = talksOfALearner;
        this.reader = reader;
    }

    public PastTalk talk(int number) {
        Random chance = new Random(number * 7919L + 17);
        int learner = number / talksOfALearner;
        Instant at = FIRST.plus(Duration.ofDays(2L * (number % talksOfALearner)))
                .plus(Duration.ofMinutes(chance.nextInt(480)));
        ConversationOpened opened = new ConversationOpened("local", "talk-%05d".formatted(number),
                "learner-%04d".formatted(learner),
                List.of(new Participant("Lena", Role.LEARNER), new Participant("Paul", Role.PARTNER)),
                KINDS.get(number % KINDS.size()), null, "en", new Consent(true, Consent.COACHING, null), at);
        List<PastTurn> said = new ArrayList<>();
        long millis = 0;
        for (int n = 1; n <= turns; n++) {
            boolean isLearner = n % 2 == 0 ? chance.nextInt(10) > 0 : chance.nextInt(10) == 0;
            String text = sentences(isLearner ? LEARNER : PARTNER, chance);
            long lasts = 60L * text.length();
            said.add(
                    new PastTurn(new Turn(n, isLearner ? Role.LEARNER : Role.PARTNER, isLearner ? "Lena" : "Paul", text,
                            millis, millis + lasts, null), reader.apply(text)));
            millis += lasts + 300 + chance.nextInt(2_000);
        }
        return new PastTalk(opened, at, said);
    }

    private static String sentences(List<String> templates, Random chance) {
        StringBuilder text = new StringBuilder();
        int many = 1 + chance.nextInt(3);
        for (int i = 0; i < many; i++) {
            text.append(i == 0 ? "" : " ").append(filled(templates.get(chance.nextInt(templates.size())), chance));
        }
        return text.toString();
    }

    private static String filled(String template, Random chance) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            int close = template.indexOf('}', open);
            List<String> pieces = PIECES.get(template.substring(open + 1, close));
            text.append(template, done, open).append(pieces.get(chance.nextInt(pieces.size())));
            done = close + 1;
        }
        text.append(template.substring(done));
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.toString();
    }
}
