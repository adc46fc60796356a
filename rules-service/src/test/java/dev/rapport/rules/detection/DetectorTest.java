package dev.rapport.rules.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.rapport.events.Clarity;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.signals.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

class DetectorTest {

    private static final String[] TALK = {"Ana: I finally sold the old boat last weekend.",
            "Ben: What made you sell it?",
            "Ana: I was sad about it, we never sailed any more.", "Ben: It sounds like you miss those days.",
            "Ana: Yeah.", "Ben: You should buy a smaller boat.", "Ana: Do you sail?"};

    private final Detector detector = new Detector(Lines.RULES);

    @Test
    void aTurnIsWhatTheServiceSaysItIsWithItsSpeakerAsTheLearner() {
        var detected = detector.detect(Lines.of(TALK));
        for (int i = 0; i < TALK.length; i++) {
            assertThat(detected.lines().get(i).acts()).as(TALK[i]).isEqualTo(Act.of(actsOfTurn(i)));
        }
        assertThat(detected.lines().get(1).acts()).containsEntry(Act.OPEN_QUESTION, 0.95);
        assertThat(detected.lines().get(3).acts()).containsEntry(Act.REFLECTION, 0.8);
    }

    /** The rulebook itself, asked without any conversation that is kept. */
    private static Map<String, Clarity> actsOfTurn(int last) {
        String learner = TALK[last].split(": ")[0];
        List<SeenTurn> turns = new ArrayList<>();
        Map<String, Clarity> acts = Map.of();
        for (int i = 0; i <= last; i++) {
            String[] said = TALK[i].split(": ", 2);
            Turn turn = new Turn(i + 1, said[0].equals(learner) ? Role.LEARNER : Role.PARTNER, said[0], said[1], null,
                    null,
                    null);
            turns.add(new SeenTurn(turn, new TextReader().read(said[1]), Map.of()));
            acts = Lines.RULES.judge(new Moment(new Setting("general", null), List.copyOf(turns))).acts();
            turns.set(i, new SeenTurn(turn, turns.get(i).signals(), acts));
        }
        return acts;
    }

    @Test
    void whatTheSenderCallsTheSidesChangesNoAct() {
        String plain = Lines.json(TALK);
        var without = detector.detect(Lines.read(plain)).lines();
        var with = detector.detect(Lines.read(plain.replace("\"Ana\"", "\"Ana\",\"role\":\"learner\""))).lines();
        assertThat(with).extracting(Detected.Seen::acts).isEqualTo(without.stream().map(Detected.Seen::acts).toList());
    }

    @Test
    void everybodyIsObservedUnlessALearnerIsNamed() {
        String plain = Lines.json(TALK);
        var everybody = detector.detect(Lines.read(plain));
        assertThat(rules(everybody, 1)).isNotEmpty();
        var ben = detector.detect(Lines.read(plain.replace("\"Ben\"", "\"Ben\",\"role\":\"learner\"")));
        assertThat(rules(ben, 1)).isEqualTo(rules(everybody, 1));
        var ana = detector.detect(Lines.read(plain.replace("\"Ana\"", "\"Ana\",\"role\":\"learner\"")));
        assertThat(rules(ana, 1)).isEmpty();
        assertThat(rules(ana, 3)).isEmpty();
    }

    private static List<String> rules(Detected detected, int line) {
        return detected.lines().get(line).observations().stream().map(Detected.Observation::rule).toList();
    }

    @Test
    void anObservationNamesItsEvidenceAsTheSenderNamesTurns() {
        var lines = Lines.read(Lines.json(TALK).replace("\"turn\":", "\"turn\":10"));
        var observation = detector.detect(lines).lines().get(1).observations().get(0);
        assertThat(observation.evidence()).extracting(Object::toString).contains("101");
        assertThat(observation.because()).isNotEmpty();
    }

    @Test
    void thePartnersLastTurnIsTheLastOfAnySpeakerElse() {
        // Ben answers Cem, not Ana, and takes up two of Cem's three words with a content
        var detected = detector.detect(Lines.of("Ana: The garden is green.", "Cem: My sister bought a violin.",
                "Ben: Your sister plays the violin?"));
        assertThat(detected.lines()).extracting(Detected.Seen::uptake).containsExactly(null, 0.0,
                (0.36 * Math.log(3) + 0.43 * 2 / 3 + 0.23) / 2);
    }

    @Test
    void askingAndPointingBackCountALittleAndOwnWordsNothing() {
        var detected = detector.detect(Lines.of("Ana: My sister bought a violin.", "Ana: And a piano.",
                "Ben: How was that?"));
        assertThat(detected.lines()).extracting(Detected.Seen::uptake).containsExactly(null, null,
                (0.23 + 0.16) / 2);
    }

    @Test
    void aLanguageThatCannotBeJudgedIsDeclinedWithTheReason() {
        var detected = detector.detect(Lines.of(
                "Ana: Ich habe am Wochenende endlich mein altes Boot verkauft, und jetzt fehlt es mir jeden Tag ein wenig.",
                "Ben: Warum hast du es denn verkauft, wenn es dir so viel bedeutet hat?"));
        assertThat(detected.lines()).allSatisfy(line -> assertThat(line.acts()).isEmpty());
        assertThat(detected.judged()).isEmpty();
        assertThat(detected.notJudged()).containsEntry("B01",
                "it is in German (de), and only English can be judged yet");
    }

    @Test
    void whatOneSpeakerShowsIsJudgedAlthoughItCannotBeToldOfAnother() {
        var detected = detector.detect(Lines.of(TALK));
        assertThat(detected.judged()).contains("B01");
        assertThat(detected.notJudged().keySet()).doesNotContainAnyElementsOf(detected.judged());
        List<String> all = new ArrayList<>(detected.judged());
        all.addAll(detected.notJudged().keySet());
        assertThat(all).containsExactlyInAnyOrderElementsOf(Lines.RULES.codes());
    }

    @Test
    void aBrokenLineCostsOnlyItself() {
        List<Line> lines = new ArrayList<>(Lines.of(TALK));
        var whole = detector.detect(lines).lines();
        lines.add(3, new Line.Broken(null, null, "talk.jsonl:4:1: broken"));
        var holed = new ArrayList<>(detector.detect(lines).lines());
        assertThat(holed.remove(3)).isEqualTo(new Detected.Seen(null, null, Map.of(), null, List.of(),
                "talk.jsonl:4:1: broken"));
        assertThat(holed).isEqualTo(whole);
    }

    @Test
    void whoListensComesAboveWhoTells() {
        var listens = detector.detect(Lines.of("Ana: I sold the old boat and I keep thinking about it all day long.",
                "Ben: It sounds like you miss it.", "Ana: I do, we sailed every summer when the children were small.",
                "Ben: It sounds like those were good years."));
        var tells = detector.detect(Lines.of("Ana: I sold the old boat.",
                "Ben: You should buy a smaller boat, and you should get a trailer, and then you should sail every week.",
                "Ana: Well.", "Ben: Have you looked at any?"));
        assertThat(listens.rapport().orElseThrow()).isGreaterThan(tells.rapport().orElseThrow());
        assertThat(detector.detect(Lines.of("Ana: Alone.")).rapport()).isEmpty();
    }
}
