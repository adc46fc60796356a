package dev.rapport.rules.rulebook.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.Tuning.MixedUp;
import dev.rapport.rules.rulebook.Position;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.review.Concern.Weight;
import dev.rapport.rules.vocabulary.Sayings;

/** Example sentences of "says something like" that are too near to counter-examples to be told apart. */
final class LikenessReview {

    /** More of one list say nothing new: its two kinds of sentence overlap. */
    private static final int MOST_OF_A_LIST = 10;

    private LikenessReview() {
    }

    static List<Concern> of(Judge judge) {
        List<Concern> concerns = new ArrayList<>();
        for (String list : judge.byMeaning()) {
            judge.tuning(list).mixedUp().stream().limit(MOST_OF_A_LIST)
                    .forEach(pair -> concerns.add(concern(judge.rulebook(), list, pair)));
        }
        return concerns;
    }

    private static Concern concern(Rulebook rulebook, String list, MixedUp pair) {
        Map<Boolean, List<String>> lines = rulebook.phrases().get(list).stream()
                .collect(Collectors.partitioningBy(Sayings::isCounterExample));
        Position example = position(rulebook, list, lines.get(false), pair.example());
        Position counterExample = position(rulebook, list, lines.get(true), pair.counterExample());
        return new Concern(Weight.WORTH_A_LOOK, Review.fault(example,
                "\"" + pair.example() + "\" is " + pair.percent() + " % like \"" + pair.counterExample() + "\" in line "
                        + counterExample.line() + ", which is not meant, so that the one is taken for the other",
                "sentences that differ more, or one of the two removed"), null, -1, -1);
    }

    private static Position position(Rulebook rulebook, String list, List<String> lines, String sentence) {
        return rulebook.places().phrase(list,
                lines.stream().filter(line -> Sayings.words(line).equals(sentence)).findFirst().orElseThrow());
    }
}
