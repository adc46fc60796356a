package dev.rapport.rules.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.rapport.coaching.composition.Kind;
import dev.rapport.coaching.composition.Talk;
import dev.rapport.rules.archive.MadeUpTalks;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.replay.Change.What;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.version.SilencedRule;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTest {

    private static final int TALKS_OF_A_LEARNER = 4;
    private static final RulebookFiles FILES = RulebookFolder.contents(Path.of("../rules")).files();
    private static final Rulebook LIVE = read(FILES);
    private static final List<PastTalk> TALKS = talks(24);

    @Test
    void aDraftThatSaysTheSameChangesNobodysMessage() throws InterruptedException {
        Found found = replay(FILES.with("behaviours/questions.rules",
                FILES.text("behaviours/questions.rules") + "\n# looked at again\n"), 2);

        assertThat(found.changes).isEmpty();
        assertThat(found.summary.conversations()).isEqualTo(24);
        assertThat(found.summary.turns()).isEqualTo(24 * 30);
        assertThat(found.summary.learners()).isEqualTo(6);
        assertThat(found.summary.messages()).isEqualTo(new Summary.Count(12, 12, 0, 0, 0, 0));
        assertThat(found.summary.after()).isEqualTo(found.summary.before());
    }

    @Test
    void aRuleThatIsTakenAwayTakesItsPointsAway() throws InterruptedException {
        Found found = replay(edited("behaviours/questions.rules", "at least 3 closed questions in a row",
                "at least 50 closed questions in a row"), 2);

        Summary.RuleCount streak = found.rule("B20");
        assertThat(streak.seenBefore()).isEqualTo(before("B20")).isPositive();
        assertThat(streak.seenAfter()).isZero();
        assertThat(streak.noLongerSeen()).isEqualTo(streak.seenBefore());
        assertThat(streak.points().before()).isPositive();
        assertThat(streak.points().after()).isZero();
        assertThat(streak.points().gone()).isEqualTo(streak.points().before());
        List<Change> about = found.changes.stream()
                .filter(c -> c.before().growth() != null && c.before().growth().rule().equals("B20")).toList();
        assertThat(about).hasSize((int) streak.points().before()).allSatisfy(change -> {
            assertThat(change.what()).isIn(What.CHANGED, What.GONE);
            assertThat(change.turns()).containsAll(change.before().growth().turns());
            assertThat(change.after().growth() == null || !change.after().growth().rule().equals("B20")).isTrue();
        });
    }

    @Test
    void anEditedWordingRewordsMessagesAndMovesNoPoint() throws InterruptedException {
        String text = FILES.text("messages/house.yaml");
        Found found = replay(FILES.with("messages/house.yaml", text.replace("A short look back at this talk, starting",
                "A brief look back at this talk, starting")), 2);

        assertThat(found.changes).isNotEmpty().allMatch(change -> change.what() == What.REWORDED);
        assertThat(found.summary.messages().reworded()).isEqualTo(found.changes.size());
        assertThat(found.summary.rules()).allMatch(rule -> rule.points().equals(
                new Summary.Count(rule.points().before(), rule.points().before(), 0, 0, 0, 0)));
    }

    @Test
    void onHoweverManyThreadsTheAnswerIsTheSame() throws InterruptedException {
        RulebookFiles draft = edited("acts/questions.rules", "   and the turn is not an open question\n",
                "");

        Found one = replay(draft, 1);
        Found many = replay(draft, 5);

        assertThat(one.changes).isNotEmpty().isEqualTo(many.changes);
        assertThat(one.summary).isEqualTo(many.summary);
    }

    @Test
    void judgingOnlyWhatCanDifferSeesWhatJudgingEverythingSees() {
        for (RulebookFiles files : List.of(
                edited("acts/questions.rules", "the turn has at most 15 words", "the turn has at most 9 words"),
                edited("acts/questions.rules", "   and the turn is not an open question\n",
                        ""),
                edited("behaviours/questions.rules", "at least 3 closed questions in a row",
                        "at least 2 closed questions in a row"),
                FILES.with("phrases/thanks.txt", "well\n"), without("B20"))) {
            Rulebook draft = read(files);
            TwoJudges few = new TwoJudges(LIVE, draft);
            TwoJudges whole = new TwoJudges(draft, draft);

            for (PastTalk talk : TALKS.subList(0, 8)) {
                assertThat(few.judge(talk).after()).usingRecursiveComparison()
                        .ignoringFields("judged.rulebookVersion", "observations.rulebookVersion")
                        .isEqualTo(whole.judge(talk).before());
            }
        }
    }

    @Test
    void anEndedReplayFindsNothing() throws InterruptedException {
        Optional<Summary> summary = new Replay(LIVE, LIVE, 2).run(batches(), learner -> Set.of(), change -> {
        }, done -> done < 6);

        assertThat(summary).isEmpty();
    }

    @Test
    void aRuleThatALearnerStoppedIsNotToldThem() throws InterruptedException {
        List<Change> changes = new ArrayList<>();
        Summary summary = new Replay(LIVE, LIVE, 2)
                .run(batches(), learner -> Set.of("B01", "B02"), changes::add, done -> true).orElseThrow();

        assertThat(summary.rules()).filteredOn(rule -> Set.of("B01", "B02").contains(rule.rule())).hasSize(2)
                .allMatch(rule -> rule.points().before() == 0 && rule.seenBefore() > 0);
    }

    @Test
    void theNagLoadCountsWeeksInWhichSomebodyTalks() {
        NagLoad.Meter meter = new NagLoad.Meter();
        List.of(0, 3, 1, 2, 2, 5).forEach(meter::week);

        assertThat(meter.read()).isEqualTo(new NagLoad(6, 2, 5));
    }

    @Test
    void anEvenNumberOfWeeksMayHaveItsMedianBetweenTwo() {
        NagLoad.Meter meter = new NagLoad.Meter();
        List.of(1, 2).forEach(meter::week);

        assertThat(meter.read()).isEqualTo(new NagLoad(2, 1.5, 2));
    }

    @Test
    void aWeekOfFourTalksHasTwoMessages() throws InterruptedException {
        // one every other day from a Monday on: Monday, Wednesday, Friday and Sunday
        Found found = replay(FILES, 1);

        assertThat(found.summary.before()).isEqualTo(new NagLoad(6, 2, 2));
    }

    @Test
    void shortTalksGetNoCoachingAndSaySo() throws InterruptedException {
        PastTalk talk = new MadeUpTalks(6, 1, new TextReader()::read).talk(1);
        List<Change> changes = new ArrayList<>();

        Summary summary = new Replay(LIVE, read(without("B20")), 1)
                .run(List.<Supplier<List<PastTalk>>>of(() -> List.of(talk)).iterator(), learner -> Set.of(),
                        changes::add, done -> true)
                .orElseThrow();

        assertThat(changes).isEmpty();
        assertThat(summary.messages()).isEqualTo(new Summary.Count(0, 0, 0, 0, 0, 0));
        assertThat(summary.before()).isEqualTo(new NagLoad(1, 0, 0));
    }

    @Test
    void aRuleThatRanAwayIsLeftOutUntilItSaysSomethingElse() {
        String version = LIVE.version(LIVE.rule("B20").orElseThrow());

        assertThat(Replays.heard(LIVE, List.of(silenced(version))).rule("B20")).isEmpty();
        assertThat(Replays.heard(LIVE, List.of(silenced("000000000000")))).isSameAs(LIVE);
    }

    private static SilencedRule silenced(String version) {
        return new SilencedRule("B20", version, "Three closed questions in a row", "Rapport", "", false,
                Instant.EPOCH);
    }

    @Test
    void aMessageKnowsItsKind() {
        assertThat(new Message(Kind.NOT_ENOUGH, null, null, "").coaches()).isFalse();
        assertThat(new Message(Kind.COACHING, null, null, "").coaches()).isTrue();
    }

    private record Found(Summary summary, List<Change> changes) {

        Summary.RuleCount rule(String code) {
            return summary.rules().stream().filter(rule -> rule.rule().equals(code)).findFirst().orElseThrow();
        }
    }

    private static Found replay(RulebookFiles draft, int threads) throws InterruptedException {
        List<Change> changes = new ArrayList<>();
        Summary summary = new Replay(LIVE, read(draft), threads)
                .run(batches(), learner -> Set.of(), changes::add, done -> true).orElseThrow();
        return new Found(summary, changes);
    }

    private static long before(String rule) {
        TwoJudges judges = new TwoJudges(LIVE, LIVE);
        return TALKS.stream().map(judges::judge).map(Replayed::before).map(Talk::observations)
                .mapToLong(seen -> seen.stream().filter(o -> o.rule().equals(rule)).count()).sum();
    }

    private static Iterator<Supplier<List<PastTalk>>> batches() {
        return IntStream.range(0, TALKS.size() / 3)
                .<Supplier<List<PastTalk>>>mapToObj(i -> () -> TALKS.subList(3 * i, 3 * i + 3)).iterator();
    }

    private static List<PastTalk> talks(int number) {
        MadeUpTalks talks = new MadeUpTalks(30, TALKS_OF_A_LEARNER, new TextReader()::read);
        return IntStream.range(0, number).mapToObj(talks::talk).toList();
    }

    private static RulebookFiles edited(String path, String from, String to) {
        String text = FILES.text(path);
        assertThat(text).contains(from);
        return FILES.with(path, text.replace(from, to));
    }

    private static Rulebook read(RulebookFiles files) {
        Reading reading = RulebookReader.read(files);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).rulebook();
    }

    private static RulebookFiles without(String code) {
        List<String> lines = FILES.text("behaviours/questions.rules").lines().toList();
        int codeAt = lines.indexOf("  code " + code);
        int next = codeAt;
        while (next < lines.size() && !lines.get(next).startsWith("rule ")) {
            next++;
        }
        List<String> left = new ArrayList<>(lines.subList(0, codeAt - 1));
        left.addAll(lines.subList(next, lines.size()));
        // what gives way to it has nothing to give way to any more
        String others = String.join("\n", left).replace(" or \"closed-question streak\"", "");
        return FILES.with("behaviours/questions.rules", others + "\n")
                .without("examples/" + code + ".yaml").without("messages/" + code + ".yaml");
    }
}
