package dev.rapport.coaching.composition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.history.History;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred learners of made-up habits, six months of four talks a week: how much they read, and of what. The seed is
 * fixed, so that the figures are those of the policy.
 */
class SixMonthsTest {

    private static final int LEARNERS = 200;
    private static final int WEEKS = 26;
    private static final int TALKS_A_WEEK = 4;
    private static final List<String> KEEP = List.of("B01", "B02", "B05", "B08", "B16");
    private static final List<String> GROW = List.of("B19", "B20", "B22", "B26", "B27");
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final Composer composer = new Composer(Shipped.wordings());

    /** How often a learner does each, 0 to 1; what they are told changes it a little, as in the trials. */
    private static final class Habits {

        private final Random random;
        private final Map<String, Double> often = new HashMap<>();

        Habits(Random random) {
            this.random = random;
            KEEP.forEach(code -> often.put(code, 0.1 + 0.5 * random.nextDouble()));
            GROW.forEach(code -> often.put(code, 0.2 + 0.6 * random.nextDouble()));
        }

        Talk talk(String learner) {
            Conversations talk = Conversations.talk().learner(learner).turns(60);
            int turn = 2;
            for (String code : KEEP) {
                turn = random.nextDouble() < often.get(code) ? saw(talk, code, turn) : turn;
            }
            for (String code : GROW) {
                turn = random.nextDouble() < often.get(code) ? saw(talk, code, saw(talk, code, turn)) : turn;
            }
            return talk.build();
        }

        private static int saw(Conversations talk, String code, int turn) {
            talk.saw(code, turn, "We lost two engineers in the last month.", "We lost two engineers",
                    "What changed after that, do you think?");
            return turn + 2;
        }

        void read(Coaching message) {
            if (message.strength() != null) {
                often.merge(message.strength().rule(), 0.03, (now, more) -> Math.min(0.95, now + more));
            }
            if (message.growth() != null) {
                often.merge(message.growth().rule(), 0.06, (now, less) -> Math.max(0.02, now - less));
            }
        }
    }

    @Test
    void noWeekHasMoreThanTwoMessagesAndNoPointWearsOut() {
        List<Integer> aWeek = new ArrayList<>();
        Map<String, Integer> growthPoints = new TreeMap<>();
        int[] early = new int[2];
        int[] late = new int[2];
        int sameWordsRunning = 0;
        for (int i = 0; i < LEARNERS; i++) {
            String learner = "learner-" + i;
            Habits habits = new Habits(new Random(i));
            History history = History.of(Choices.NONE);
            Map<String, String> lastSaid = new HashMap<>();
            for (int week = 0; week < WEEKS; week++) {
                int messages = 0;
                for (int n = 0; n < TALKS_A_WEEK; n++) {
                    Instant at = START.plus(Duration.ofDays(7L * week)).plus(Duration.ofHours(40L * n));
                    Coaching message = composer.compose(habits.talk(learner), history, at);
                    history = message.past(at).map(history::and).orElse(history);
                    habits.read(message);
                    messages += message.kind() == Kind.COACHING ? 1 : 0;
                    int[] counts = week < 6 ? early : late;
                    counts[0] += message.seen().getOrDefault("B01", 0) > 0 ? 1 : 0;
                    counts[1] += message.strength() != null && message.strength().rule().equals("B01") ? 1 : 0;
                    if (message.growth() != null) {
                        growthPoints.merge(message.growth().rule(), 1, Integer::sum);
                        sameWordsRunning += message.growth().says()
                                .equals(lastSaid.put(message.growth().rule(), message.growth().says())) ? 1 : 0;
                    }
                }
                aWeek.add(messages);
            }
        }
        Collections.sort(aWeek);
        System.out.printf("six months of %d learners, %d talks a week: messages a learner and week: median %d, most %d;"
                + " points to try %s; follow-up questions praised where seen: %d of %d in the first six weeks,"
                + " %d of %d after%n", LEARNERS, TALKS_A_WEEK, aWeek.get(aWeek.size() / 2),
                aWeek.get(aWeek.size() - 1), growthPoints, early[1], early[0], late[1], late[0]);

        assertThat(aWeek.get(aWeek.size() - 1)).isEqualTo(2);
        assertThat(sameWordsRunning).isZero();
        assertThat(growthPoints.keySet()).containsExactlyElementsOf(GROW);
        // praise for what holds is rarer later than at first
        assertThat((double) late[1] / late[0]).isLessThan((double) early[1] / early[0]);
    }
}
