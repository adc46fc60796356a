package dev.rapport.rules.evaluation;

import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;

/** Whether it is a rule's turn to be decided. */
final class AtStage implements Predicate1<Stage>, HashedExpression {

    private final int number;

    AtStage(int number) {
        this.number = number;
    }

    @Override
    public boolean test(Stage stage) {
        return stage.number() == number;
    }

    @Override
    public String getExpressionHash() {
        return "stage " + number;
    }
}
