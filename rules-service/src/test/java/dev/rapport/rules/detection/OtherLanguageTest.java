package dev.rapport.rules.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.rulebook.LanguagesFolder;
import dev.rapport.rules.rulebook.LanguagesFolder.Languages;

import static org.assertj.core.api.Assertions.assertThat;

/** A conversation in a language that has a folder: what its turns are is seen, what they show is not judged. */
class OtherLanguageTest {

    private static final Path RULES = Path.of("..", "rules");
    private static final String[] GERMAN = {
            "Ana: Ich habe am Wochenende endlich mein altes Boot verkauft, und jetzt fehlt es mir jeden Tag ein wenig.",
            "Ben: Was hat dir an dem Boot so gefallen?", "Ana: Die Ruhe auf dem See.",
            "Ben: Das klingt, als ob du die Ruhe vermisst.", "Ana: Ja. Hast du auch ein Boot?",
            "Ben: Nein. Du solltest dir ein kleineres Boot suchen.", "Ana: Danke, das ist lieb."};

    private final Languages languages = LanguagesFolder.in(RULES);

    @Test
    void whatATurnInGermanIsIsSeenAndNothingIsJudged() {
        Detected detected = new Detector(Lines.RULES, languages, null).detect(Lines.of(GERMAN));
        assertThat(detected.language()).isEqualTo("de");
        assertThat(detected.lines()).extracting(line -> line.acts().keySet().stream().toList()).containsExactly(
                List.of(), List.of(Act.QUESTION, Act.OPEN_QUESTION), List.of(), List.of(Act.REFLECTION),
                List.of(Act.QUESTION, Act.CLOSED_QUESTION), List.of(Act.ADVICE), List.of(Act.THANKS));
        assertThat(detected.lines()).allSatisfy(line -> assertThat(line.observations()).isEmpty());
        assertThat(detected.judged()).isEmpty();
        assertThat(detected.rapport()).isEmpty();
        assertThat(detected.notJudged()).hasSameSizeAs(Lines.RULES.codes()).containsEntry("B01",
                "in this language only what a turn is can be seen yet (de)");
    }

    @Test
    void aShortTalkIsHeardInTheLanguageThatIsTold() {
        List<Line> talk = Lines.of("Ana: Hast du Zeit");
        assertThat(new Detector(Lines.RULES, languages, null).detect(talk).lines().get(0).acts()).isEmpty();
        assertThat(new Detector(Lines.RULES, languages, "de-AT").detect(talk).lines().get(0).acts())
                .containsEntry(Act.CLOSED_QUESTION, 0.95);
    }

    @Test
    void aLanguageWithoutAFolderIsDeclined() {
        Detected detected = new Detector(Lines.RULES, languages, null).detect(Lines.of(
                "Ana: J'ai enfin vendu mon vieux bateau ce week-end, et maintenant il me manque un peu tous les jours.",
                "Ben: Pourquoi est-ce que tu l'as vendu, alors ?"));
        assertThat(detected.language()).isEqualTo("fr");
        assertThat(detected.lines()).allSatisfy(line -> assertThat(line.acts()).isEmpty());
        assertThat(detected.rapport()).isEmpty();
        assertThat(detected.notJudged()).containsEntry("B01",
                "it is in French (fr), and only English can be judged yet");
    }

    @Test
    void englishIsJudgedAsBefore() {
        String[] english = {"Ana: I finally sold the old boat last weekend, and I miss it a little every day.",
                "Ben: What made you sell it?"};
        Detected with = new Detector(Lines.RULES, languages, null).detect(Lines.of(english));
        assertThat(with).isEqualTo(new Detector(Lines.RULES).detect(Lines.of(english)));
        assertThat(with.judged()).isNotEmpty();
    }

    /** A language is a folder: nothing but text makes another one heard. */
    @Test
    void aThirdLanguageNeedsNothingButItsFolder(@TempDir Path rules) throws IOException {
        Path xx = rules.resolve("languages/xx");
        write(xx, Map.of("words/closed-question-openings.txt", "zap tu\n", "words/open-question-words.txt", "kwo\n",
                "words/listener.txt", "tu\n", "words/lead-ins.txt", "eh\n", "words/spellings.txt", "ŝ = sh\n",
                "phrases/thanks.txt", "mil ŝan\n",
                "acts/acts.rules", """
                        rule "A question"
                          code A01
                          owner "Test"
                          source "made up"
                          review by 2027-05-01
                          when the turn has a question clause
                          then the turn is a question, clearly

                        rule "Thanks"
                          code A90
                          owner "Test"
                          source "made up"
                          review by 2027-05-01
                          when the turn contains a phrase from "thanks"
                          then the turn is thanks, clearly
                        """,
                "examples/A90.yaml", """
                        rule: A90
                        fires:
                          - name: thanks
                            kind: one-to-one
                            at: 1
                            turns:
                              - "learner: Mil shan!"
                        nearMisses:
                          - name: half of it
                            kind: one-to-one
                            turns:
                              - "learner: Mil."
                        """));
        copy(RULES.resolve("languages/de"), rules.resolve("languages/de"));
        Languages both = LanguagesFolder.in(rules);
        assertThat(both.faults()).isEmpty();
        assertThat(both.languages().keySet()).containsExactly("de", "xx");
        assertThat(both.faultsOfExamples()).isEmpty();
        Detected detected = new Detector(Lines.RULES, both, "xx").detect(Lines.of("Ana: Eh zap tu blan",
                "Ben: Tu zap blan.", "Ana: Kwo fen tu?", "Ben: Mil ŝan, tu."));
        assertThat(detected.lines()).extracting(line -> new TreeMap<>(line.acts()).keySet().stream().toList())
                .containsExactly(List.of(Act.QUESTION), List.of(), List.of(Act.QUESTION), List.of(Act.THANKS));
    }

    private static void write(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                Files.createDirectories(there.getParent());
                Files.copy(file, there);
            }
        }
    }
}
