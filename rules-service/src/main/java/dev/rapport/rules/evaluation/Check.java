package dev.rapport.rules.evaluation;

import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;

import dev.rapport.rules.rulebook.Condition;

/** A condition as the engine sees it. Equal hashes let it decide a condition once for all rules that begin alike. */
final class Check implements Predicate1<Stage>, HashedExpression {

    private enum Join {
        ALL, NOT, ANY, NONE
    }

    private final String key;
    private final Join join;
    private final int[] sentences;

    Check(Condition condition, Sentences all) {
        this.key = condition.key();
        this.sentences = condition.parts().stream().mapToInt(all::number).toArray();
        if (condition instanceof Condition.Not) {
            join = Join.NOT;
        } else if (condition instanceof Condition.AnyOf) {
            join = Join.ANY;
        } else {
            join = condition instanceof Condition.NoneOf ? Join.NONE : Join.ALL;
        }
    }

    @Override
    public boolean test(Stage stage) {
        Scene scene = stage.scene();
        return switch (join) {
            case ALL -> scene.isYes(sentences[0]);
            case NOT -> scene.isNo(sentences[0]);
            case ANY -> {
                for (int sentence : sentences) {
                    if (scene.isYes(sentence)) {
                        yield true;
                    }
                }
                yield false;
            }
            case NONE -> {
                for (int sentence : sentences) {
                    if (!scene.isNo(sentence)) {
                        yield false;
                    }
                }
                yield true;
            }
        };
    }

    @Override
    public String getExpressionHash() {
        return key;
    }
}
