package dev.rapport.rules.learned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each head learns from: labels of corpora whose licence lets weights be learned and shipped, with notice. No other
 * corpus may be named here.
 *
 * @param head kind of turn, in the words of rules
 * @param labels for each corpus those that count as the kind; a sentence with none of them counts as not
 */
record Syllabus(String head, Map<String, Set<String>> labels) {

    /** advice: MIT. offmychest, casino: CC BY 4.0. p4g: Apache-2.0. docs/learned-signals.md has the notices. */
    static final List<Syllabus> ALL = List.of(
            new Syllabus("advice", corpora("advice", Set.of("ADVICE"), "offmychest", Set.of("ADVICE"))),
            new Syllabus("self-disclosure", corpora("offmychest", Set.of("SELF_DISCLOSURE"))),
            new Syllabus("emotional disclosure", corpora("offmychest", Set.of("EMOTIONAL_DISCLOSURE"))),
            new Syllabus("empathy", corpora("offmychest", Set.of("EMPATHY"), "casino", Set.of("EMPATHY"))),
            new Syllabus("affirmation", corpora("offmychest", Set.of("GENERAL_SUPPORT", "EMPATHY"), "p4g",
                    Set.of("AFFIRMATION"), "casino", Set.of("EMPATHY"))));

    private static Map<String, Set<String>> corpora(Object... corporaAndLabels) {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (int i = 0; i < corporaAndLabels.length; i += 2) {
            Set<String> of = new TreeSet<>();
            ((Set<?>) corporaAndLabels[i + 1]).forEach(label -> of.add((String) label));
            labels.put((String) corporaAndLabels[i], of);
        }
        return labels;
    }

    static Set<String> allCorpora() {
        Set<String> names = new TreeSet<>();
        ALL.forEach(syllabus -> names.addAll(syllabus.labels.keySet()));
        return names;
    }

    boolean teaches(Lesson lesson) {
        return labels.containsKey(lesson.corpus());
    }

    boolean isIt(Lesson lesson) {
        return lesson.labels().stream().anyMatch(labels.get(lesson.corpus())::contains);
    }
}
