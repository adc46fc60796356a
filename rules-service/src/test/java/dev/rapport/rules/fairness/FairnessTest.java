package dev.rapport.rules.fairness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Clarity;
import dev.rapport.rules.signals.LanguageGuess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The same words get the same verdict, whoever is named in them and in whichever English they are said. */
class FairnessTest {

    /** As docs/fairness.md says it; only ever lowered. */
    private static final int KNOWN_UNEQUAL = 36;

    private final Hearing hearing = Hearing.ofTheRepository();

    @Test
    void aNameChangesNoVerdict() {
        assertParity(Pairs.names());
    }

    @Test
    void aGenderChangesNoVerdict() {
        assertParity(Pairs.genders());
    }

    @Test
    void aVarietyOfEnglishChangesNoVerdict() {
        assertParity(Pairs.varieties());
    }

    @Test
    void aWholeTalkShowsTheSameBehavioursWhoeverTellsItAndHow() {
        List<String> unequal = new ArrayList<>();
        for (Pair talk : Pairs.talks()) {
            Set<String> one = hearing.behaviours(talk.one());
            Set<String> other = hearing.behaviours(talk.other());
            assertThat(one).as("a talk that shows nothing proves nothing: %s", talk.group()).isNotEmpty();
            if (!one.equals(other)) {
                unequal.add(talk.group() + ": " + one + " is " + other + " when told as " + talk.other());
            }
        }
        assertThat(unequal).as("of %d tellings", Pairs.talks().size()).isEmpty();
    }

    @Test
    void thereAreMoreThanThreeHundredPairs() {
        assertThat(Pairs.all()).hasSizeGreaterThan(900).doesNotHaveDuplicates();
        assertThat(Pairs.varieties()).hasSizeGreaterThan(200);
    }

    /** Names must be seen: a check that is met by looking at no name at all would prove nothing. */
    @Test
    void aNameThatTheOtherSideGaveIsTakenUpAndAnotherIsNot() {
        for (String name : Pairs.everyName()) {
            String told = name + " moved into the flat upstairs last week.";
            assertThat(hearing.acts(List.of(told, "What does " + name + " cook?"))).as(name)
                    .containsEntry("follow-up question", Clarity.CLEAR);
            assertThat(hearing.acts(List.of(told, "What does Ludmilla cook?"))).as("not " + name)
                    .doesNotContainKey("follow-up question");
        }
    }

    @Test
    void noVarietyIsTakenForAnotherLanguage() {
        Map<String, String> words = Pairs.varieties().stream().collect(Collectors.groupingBy(Pair::group,
                TreeMap::new, Collectors.mapping(pair -> String.join("\n", pair.other()), Collectors.joining("\n"))));
        words.forEach((variety, text) -> assertThat(LanguageGuess.of(text)).as(variety).hasValue("en"));
        for (Pair talk : Pairs.talks()) {
            String text = talk.other().stream().map(turn -> turn.split(": ", 2)[1]).collect(Collectors.joining("\n"));
            assertThat(LanguageGuess.of(text).orElse("en")).as(text).isEqualTo("en");
        }
    }

    @Test
    void whatIsKnownToBeUnequalStillIsAndGrowsNoLonger() {
        List<Pair> known = Pairs.knownUnequal();
        assertThat(known).hasSize(KNOWN_UNEQUAL).doesNotHaveDuplicates();
        assertThat(Pairs.all()).as("a known pair is one of the pairs").containsAll(known);
        assertThat(known.stream().filter(this::isEqual).map(Pair::line))
                .as("equal by now: take them from known-unequal.txt and lower the number").isEmpty();
    }

    private boolean isEqual(Pair pair) {
        return hearing.acts(pair.one()).equals(hearing.acts(pair.other()));
    }

    private void assertParity(List<Pair> pairs) {
        Set<Pair> known = new LinkedHashSet<>(Pairs.knownUnequal());
        Map<String, int[]> counts = new TreeMap<>();
        List<String> unequal = new ArrayList<>();
        for (Pair pair : pairs) {
            if (known.contains(pair)) {
                continue;
            }
            int[] count = counts.computeIfAbsent(pair.group(), group -> new int[2]);
            count[1]++;
            if (isEqual(pair)) {
                count[0]++;
            } else {
                unequal.add(pair.line() + "\n    " + hearing.acts(pair.one()) + "\n    " + hearing.acts(pair.other()));
            }
        }
        if (!unequal.isEmpty()) {
            fail(counts.entrySet().stream()
                    .map(group -> group.getKey() + ": " + group.getValue()[0] + " of " + group.getValue()[1] + " equal")
                    .collect(Collectors.joining("\n")) + "\n" + String.join("\n", unequal));
        }
    }
}
