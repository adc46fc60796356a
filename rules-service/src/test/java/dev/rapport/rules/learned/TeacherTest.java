package dev.rapport.rules.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.rapport.rules.signals.Span;

import static org.assertj.core.api.Assertions.assertThat;

class TeacherTest {

    private static final Syllabus ADVICE = new Syllabus("advice", Map.of("made", Set.of("ADVICE")));

    /** Whoever says "should" advises; the first number of the embedding says so too, the second says nothing. */
    private static List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean is = i % 4 == 0;
            List<String> words = List.of(is ? "should" : "did", "word" + i % 7);
            lessons.add(new Lesson("made", "talk" + i / 2, is ? Set.of("ADVICE") : Set.of("OTHER"),
                    new Unit(words, String.join(" ", words), new Span(0, 9)), new float[]{is ? 1 : 0, i % 3}));
        }
        return lessons;
    }

    @Test
    void aHeadLearnsWhatTellsAndIsMarkedOnTalksItHasNotSeen() {
        Teacher.Taught taught = new Teacher(ADVICE, lessons()).teach();
        Head head = taught.head();
        assertThat(head.features().get("should")).isPositive();
        assertThat(head.features().get("did")).isNegative();
        assertThat(head.embedding()[0]).isPositive();
        Teacher.Mark half = taught.marks().get("made").stream().filter(mark -> mark.percent() == 50).findFirst()
                .orElseThrow();
        assertThat(half).isEqualTo(new Teacher.Mark(50, 50, 0, 0, 200));
        assertThat(half.f1()).isEqualTo(1);
    }

    @Test
    void theSameLessonsGiveTheSameHead() {
        assertThat(new Teacher(ADVICE, lessons()).teach().head()).usingRecursiveComparison()
                .isEqualTo(new Teacher(ADVICE, lessons()).teach().head());
    }

    @Test
    void lessonsOfOtherCorporaAreNotLearnedFrom() {
        List<Lesson> all = lessons();
        all.add(new Lesson("other", "talk", Set.of("ADVICE"), new Unit(List.of("did"), "did", new Span(0, 3)),
                new float[]{0, 0}));
        assertThat(new Teacher(ADVICE, all).teach().marks().get("made").get(0).lessons()).isEqualTo(200);
    }
}
