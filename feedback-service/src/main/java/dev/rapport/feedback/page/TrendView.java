package dev.rapport.feedback.page;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.coaching.composition.Trend;
import dev.rapport.coaching.composition.Trend.InTalk;
import dev.rapport.events.Polarity;

/**
 * A behaviour's trend as a row of bars, one a talk.
 *
 * @param width of the drawing
 * @param inWords what the bars show
 */
public record TrendView(String rule, String behaviour, boolean keep, boolean goal, int width, List<Bar> bars,
        String inWords) {

    private static final int STEP = 24;
    private static final int LEFT = 3;
    private static final int GROUND = 52;
    private static final int STUB = 4;
    private static final int TALLEST = 48;
    /** More turns than this make no taller bar. */
    private static final int MOST = 6;

    /**
     * @param kind its style
     * @param seen e.g. {@code 3 turns}
     */
    public record Bar(int x, int y, int height, String kind, String day, String seen, boolean spokenOf,
            String inWords) {
    }

    static TrendView of(Trend trend, Texts texts) {
        List<Bar> bars = new ArrayList<>();
        for (InTalk talk : trend.talks()) {
            int height = talk.turns() == 0
                    ? STUB
                    : STUB + (TALLEST - STUB) * Math.min(MOST, talk.turns()) / MOST;
            String seen = !talk.judged()
                    ? texts.notJudged()
                    : talk.turns() == 0 ? texts.notSeen() : texts.turns(talk.turns());
            String kind = !talk.judged() ? "open" : talk.turns() == 0 ? "none" : talk.spokenOf() ? "seen said" : "seen";
            String day = Days.day(talk.at(), texts);
            bars.add(new Bar(LEFT + bars.size() * STEP, GROUND - height, height, kind, day, seen, talk.spokenOf(),
                    texts.inTalk(day, seen, talk.spokenOf())));
        }
        return new TrendView(trend.rule(), trend.behaviour(), trend.polarity() == Polarity.KEEP, trend.goal(),
                LEFT + bars.size() * STEP, bars, words(trend, texts));
    }

    private static String words(Trend trend, Texts texts) {
        int judged = (int) trend.judged();
        return judged == 0
                ? texts.notJudgedInLast(trend.talks().size())
                : texts.seenInLast((int) trend.seen(), judged);
    }
}
