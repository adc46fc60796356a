package dev.rapport.local.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rapport.local.sample.Material.Moment;
import dev.rapport.local.sample.SpokenTalk.Line;

/**
 * Writes one talk. Which habits show is drawn first; then what the partner says is laid out so that there is room for each of
 * them, and the learner's replies are chosen. Where no habit takes a reply, it is a good one.
 */
final class TalkWriter {

    private static final List<String> STAGES = List.of("first-contact", "building", "established");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final long MILLIS_A_WORD = 380;
    private static final long PAUSE_MILLIS = 400;
    /** What of an interrupted sentence is left. */
    private static final double CUT = 0.6;
    private static final long OVERLAP_MILLIS = 1_600;
    private static final int CLOSED_IN_A_ROW = 4;
    private static final int WARM_PHRASES = 4;
    private static final int OWN_STORIES = 2;

    /** How a learner replies to a moment. */
    private enum Reply {
        GOOD, REFLECTION, CLOSED, OWN_STORY, TOWARD, PASSING, ADVICE, PERMISSION, CUT_IN, FILLER
    }

    private record Exchange(Moment moment, Reply reply) {
    }

    private final Material material;
    private final Learner learner;
    private final Random random;
    private final Map<String, String> slots = new HashMap<>();
    private final Map<List<String>, List<String>> unused = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private long now;

    TalkWriter(Material material, Learner learner, Random random) {
        this.material = material;
        this.learner = learner;
        this.random = random;
    }

    SpokenTalk write(String conversation, Instant start) {
        learner.speaks();
        var moves = material.moves();
        var topic = any(material.topics());
        var partner = any(material.people().partners());
        slots.put("partner", partner);
        slots.put("day", any(moves.days()));
        slots.put("n", any(moves.counts()));
        slots.put("place", any(moves.places()));
        slots.put("name", any(moves.names()));
        var meant = meant();
        var warm = any(moves.warmPhrases());
        learnerSays(any(moves.openings()), Map.of());
        partnerSays(topic.opening());
        learnerSays(any(moves.filler()), Map.of());
        var exchanges = exchanges(topic, meant);
        int warmLeft = meant.contains(Habit.WARM_PHRASE) ? WARM_PHRASES : 0;
        for (var exchange : exchanges) {
            if (exchange.reply() == Reply.CUT_IN) {
                cutIn(exchange.moment());
                continue;
            }
            partnerSays(exchange.moment().says());
            var reply = reply(exchange);
            boolean warmly = warmLeft > 0 && exchange.reply() != Reply.PASSING && exchange.reply() != Reply.OWN_STORY;
            warmLeft -= warmly ? 1 : 0;
            learnerSays(warmly ? warm + " " + reply : reply, of(exchange.moment()));
        }
        partnerSays(any(moves.partnerEndings()));
        learnerSays(any(random.nextDouble() < learner.thanking() ? moves.thanks() : moves.goodbyes()), Map.of());
        partnerSays(any(moves.partnerGoodbyes()));
        return new SpokenTalk(conversation, learner.id(), learner.name(), partner, topic.kind(), any(STAGES), start,
                lines, meant);
    }

    private Set<Habit> meant() {
        var meant = EnumSet.noneOf(Habit.class);
        for (var habit : Habit.values()) {
            if (random.nextDouble() < learner.chance(habit)) {
                meant.add(habit);
            }
        }
        return meant;
    }

    private List<Exchange> exchanges(Material.Topic topic, Set<Habit> meant) {
        var moments = shuffled(topic.moments());
        moments.addAll(shuffled(material.moves().moments()));
        // a story of one's own takes the place of one of theirs
        var stories = meant.contains(Habit.OWN_STORIES)
                ? moments.stream().filter(moment -> moment.says().startsWith("I ")).limit(OWN_STORIES).toList()
                : List.<Moment>of();
        moments.removeAll(stories);
        var next = moments.iterator();
        var feelings = shuffled(topic.feelings());
        var problems = shuffled(topic.problems());
        var blocks = new ArrayList<List<Exchange>>();
        for (var feeling : feelings) {
            boolean passed = meant.contains(Habit.PASSING_OVER);
            blocks.add(List.of(new Exchange(feeling, passed ? Reply.PASSING : Reply.TOWARD),
                    new Exchange(next.next(), passed ? Reply.PASSING : Reply.GOOD)));
        }
        // advice counts as such only where nothing was asked shortly before
        blocks.add(meant.contains(Habit.ADVICE)
                ? List.of(new Exchange(next.next(), Reply.REFLECTION), new Exchange(next.next(), Reply.FILLER),
                        new Exchange(problems.get(0), Reply.ADVICE), new Exchange(problems.get(1), Reply.ADVICE))
                : List.of(new Exchange(problems.get(0),
                        random.nextDouble() < learner.asking() ? Reply.PERMISSION : Reply.GOOD)));
        if (meant.contains(Habit.CLOSED_QUESTIONS)) {
            var row = new ArrayList<Exchange>();
            for (int i = 0; i < CLOSED_IN_A_ROW; i++) {
                row.add(new Exchange(next.next(), Reply.CLOSED));
            }
            blocks.add(row);
        } else {
            blocks.add(List.of(new Exchange(next.next(), Reply.GOOD)));
        }
        if (!stories.isEmpty()) {
            blocks.add(stories.stream().map(story -> new Exchange(story, Reply.OWN_STORY)).toList());
        }
        if (meant.contains(Habit.CUTTING_IN)) {
            blocks.add(List.of(new Exchange(next.next(), Reply.CUT_IN), new Exchange(next.next(), Reply.CUT_IN)));
        }
        Collections.shuffle(blocks, random);
        var exchanges = new ArrayList<>(blocks.stream().flatMap(List::stream).toList());
        if (next.hasNext() && random.nextBoolean()) {
            exchanges.add(0, new Exchange(next.next(), Reply.GOOD));
        }
        return exchanges;
    }

    private String reply(Exchange exchange) {
        var moves = material.moves();
        return switch (exchange.reply()) {
            case CLOSED -> fresh(moves.closed());
            case OWN_STORY -> fresh(moves.ownStory());
            case TOWARD -> fresh(moves.toward());
            case PASSING -> fresh(moves.passing());
            case ADVICE -> fresh(moves.advice());
            case PERMISSION -> fresh(moves.permission());
            case CUT_IN -> fresh(moves.cutIn());
            case FILLER -> fresh(moves.filler());
            case REFLECTION -> fresh(moves.reflection());
            case GOOD -> good(exchange.moment());
        };
    }

    private String good(Moment moment) {
        var moves = material.moves();
        if (moment.reflect() != null && random.nextDouble() < learner.reflecting()) {
            return fresh(moves.reflection());
        }
        return random.nextDouble() < learner.inviting() ? fresh(moves.invite()) : fresh(moves.followUp());
    }

    private void cutIn(Moment moment) {
        var words = filled(moment.says(), slots).split(" ");
        int left = (int) Math.max(5, CUT * words.length);
        partnerSays(String.join(" ", List.of(words).subList(0, left)).replaceAll("[,.;]$", "") + " —");
        // their last words and the learner's first ones are heard at the same time
        now -= OVERLAP_MILLIS + PAUSE_MILLIS;
        learnerSays(fresh(material.moves().cutIn()), of(moment));
    }

    private Map<String, String> of(Moment moment) {
        var all = new HashMap<>(slots);
        put(all, "thing", moment.thing());
        put(all, "ask", moment.ask());
        put(all, "closed", moment.closed());
        put(all, "reflect", moment.reflect());
        put(all, "advise", moment.advise());
        put(all, "toward", moment.toward());
        return all;
    }

    private void put(Map<String, String> all, String slot, String text) {
        if (text != null) {
            all.put(slot, filled(text, slots));
        }
    }

    private void partnerSays(String text) {
        say(false, filled(text, slots));
    }

    private void learnerSays(String text, Map<String, String> moment) {
        say(true, filled(text, moment.isEmpty() ? slots : moment));
    }

    private void say(boolean byLearner, String text) {
        long end = now + text.split(" ").length * MILLIS_A_WORD;
        lines.add(new Line(byLearner, text, now, end));
        now = end + PAUSE_MILLIS;
    }

    /** @throws IllegalArgumentException when the text asks for what there is not */
    private static String filled(String text, Map<String, String> slots) {
        return SLOT.matcher(text).replaceAll(found -> {
            var value = slots.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing for {" + found.group(1) + "} in: " + text);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** One that was not said in this talk yet, while there is one. */
    private String fresh(List<String> ways) {
        var left = unused.computeIfAbsent(ways, all -> new ArrayList<>());
        if (left.isEmpty()) {
            left.addAll(shuffled(ways));
        }
        return left.remove(left.size() - 1);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> shuffled(List<T> all) {
        var copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }
}
