package dev.rapport.coaching.composition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rapport.coaching.history.History;
import dev.rapport.coaching.wording.BannedWords;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.Slot;
import dev.rapport.coaching.wording.Template;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;
import dev.rapport.events.Evidence;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every talk, also one of nonsense. */
class ComposerPropertiesTest {

    private static final List<String> RULES = List.of("B01", "B02", "B04", "B05", "B06", "B08", "B09", "B14", "B15",
            "B16", "B18", "B19", "B20", "B21", "B22", "B26", "B27", "B29", "B30", "B99", "S02");
    private static final Pattern NAME = Pattern.compile("(?i)(?<![\\p{L}])(zebedee|quill)(?![\\p{L}])");

    private final Composer composer = new Composer(Shipped.wordings());

    /** One observation to be. */
    record Seen(String rule, int turn, Clarity clarity, String partner, int focusFrom, int focusLength, String learner,
            int from, int length, boolean withdrawn) {
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> said = Arbitraries.of("we", "I", "was", "am", "my", "our", "us", "the", "launch", "supplier",
                "in", "March", "lost", "two", "engineers", "you", "your", "plan", "because", "and", "so", "really",
                "Zebedee", "zebedee's", "Quill", "budget", "is", "gone", "it's", "hard", "team", "that", "what", "if",
                "um", ",", ".", "?", "!", "…", "\"", "{focus}", "<b>", "\u001b[2J", "\u0000", "always", "never", "日本",
                "\uD83D\uDE00", "\u202E", "--", "a".repeat(90));
        return said.list().ofMinSize(1).ofMaxSize(60).map(l -> String.join(" ", l));
    }

    @Provide
    Arbitrary<List<Seen>> observations() {
        Arbitrary<Seen> one = Combinators.combine(Arbitraries.of(RULES), Arbitraries.integers().between(2, 60),
                Arbitraries.of(Clarity.class), words(), Arbitraries.integers().between(0, 200),
                Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 200), Arbitraries.of(true, false, false, false))
                        .as((a, b, c, d) -> new Object[]{a, b, c, d}),
                words())
                .as((rule, turn, clarity, partner, focusFrom, rest, learner) -> new Seen(rule, turn, clarity, partner,
                        focusFrom, (Integer) rest[0], learner, (Integer) rest[1], (Integer) rest[2],
                        (Boolean) rest[3]));
        return one.list().ofMaxSize(14);
    }

    @Property(tries = 400)
    void everyMessageKeepsThePromises(@ForAll("observations") List<Seen> seen) {
        Talk talk = talkOf(seen);

        Coaching message = composer.compose(talk, History.NONE, Instant.EPOCH);

        // one strength and one growth point at most, each from what was really seen
        if (message.strength() != null) {
            BehaviourObserved from = observation(talk, message.strength());
            assertThat(from.polarity()).isEqualTo(Polarity.KEEP);
            assertThat(message.strength().rewrite()).isNull();
        }
        if (message.growth() != null) {
            assertThat(observation(talk, message.growth()).polarity()).isEqualTo(Polarity.GROW);
            assertThat(message.growth().count()).isGreaterThanOrEqualTo(2);
            assertThat(message.growth().rewrite().say()).endsWith("?").doesNotContain("  ");
        }
        assertThat(message.kind() == Kind.COACHING).isEqualTo(message.strength() != null || message.growth() != null);
        for (Point point : points(message)) {
            assertThat(Words.count(point.quote().text())).isLessThanOrEqualTo(Quote.MOST_WORDS);
            assertThat(point.quote().text()).isNotBlank();
            assertThat(BannedWords.standIn(point.says())).isFalse();
            for (Evidence evidence : point.evidence()) {
                assertThat(privateTurns(talk)).doesNotContain(evidence.turn());
            }
        }
        assertThat(NAME.matcher(message.toString()).find()).as(message.text()).isFalse();
        assertThat(message.text().lines()).allMatch(l -> l.length() <= TerminalText.WIDTH);
        assertThat(message.text()).doesNotContain("\u001b", "\u0000", "\u202E");
        // the same again, and whatever the order of arrival
        List<BehaviourObserved> reversed = new ArrayList<>(talk.observations());
        java.util.Collections.reverse(reversed);
        assertThat(composer.compose(talk, History.NONE, Instant.EPOCH)).isEqualTo(message);
        Coaching other = composer.compose(new Talk(talk.judged(), reversed), History.NONE, Instant.EPOCH);
        assertThat(other.text()).isEqualTo(message.text());
    }

    @Property(tries = 200)
    void noVariantSaysWhatIsNotSaid(@ForAll("variant") Template variant) {
        String said = variant.fill(Map.of(Slot.COUNT, "three", Slot.TIMES, "twice", Slot.FOCUS, "the launch in March",
                Slot.CLAUSE, "you lost two engineers", Slot.THING, "the launch"));

        assertThat(BannedWords.standIn(said)).as(said).isFalse();
        assertThat(said).doesNotContain("{", "}", "  ").matches("(?s)[\\p{Lu}\"].*[.?\"]");
    }

    @Provide
    Arbitrary<Template> variant() {
        List<Template> all = new ArrayList<>();
        for (BehaviourWording b : Shipped.wordings().behaviours().values()) {
            all.addAll(b.says());
            all.addAll(b.asks());
            b.rewrites().forEach(r -> all.add(r.template()));
        }
        return Arbitraries.of(all);
    }

    private static Talk talkOf(List<Seen> seen) {
        Map<String, BehaviourObserved> byId = seen.stream().filter(s -> !s.withdrawn()).map(s -> {
            String focus = part(s.partner(), s.focusFrom(), s.focusLength());
            int from = Math.min(s.from(), s.learner().length());
            int to = Math.min(s.learner().length(), from + s.length());
            List<Evidence> evidence = List.of(
                    new Evidence(s.turn() - 1, Role.PARTNER, Evidence.Part.CONTEXT, s.partner(), 0,
                            s.partner().length(),
                            focus, null),
                    new Evidence(s.turn(), Role.LEARNER, Evidence.Part.ACT, s.learner(), from, to, null, null));
            Polarity polarity = s.rule().startsWith("S")
                    ? Polarity.KNOW
                    : s.rule().compareTo("B19") < 0 ? Polarity.KEEP : Polarity.GROW;
            return new BehaviourObserved("local", "talk-1", "mara-lind", s.turn(), s.rule(), "0123456789ab",
                    "ba9876543210", "b", polarity, s.clarity(), evidence, List.of("Zebedee said so"), "or not, Quill",
                    false, null);
        }).collect(Collectors.toMap(BehaviourObserved::id, o -> o, (a, b) -> a, java.util.TreeMap::new));
        return new Talk(Conversations.talk().partner("Zebedee Quill").turns(60).build().judged(),
                List.copyOf(byId.values()));
    }

    private static String part(String text, int from, int length) {
        int start = Math.min(from, text.length());
        int end = Math.min(text.length(), start + length);
        return start == end ? null : text.substring(start, end);
    }

    private static BehaviourObserved observation(Talk talk, Point point) {
        return talk.observations().stream().filter(o -> o.id().equals(point.observation())).findFirst().orElseThrow();
    }

    private static List<Point> points(Coaching message) {
        List<Point> points = new ArrayList<>();
        if (message.strength() != null) {
            points.add(message.strength());
        }
        if (message.growth() != null) {
            points.add(message.growth());
        }
        return points;
    }

    private static Set<Integer> privateTurns(Talk talk) {
        Set<Integer> turns = new TreeSet<>();
        talk.observations().stream().filter(o -> o.rule().equals("S02"))
                .forEach(o -> o.evidence().forEach(e -> turns.add(e.turn())));
        return turns;
    }
}
