package dev.rapport.rules.conversation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

import static org.assertj.core.api.Assertions.assertThat;

/** A meeting of six people under the rules of this repository: any order of arrival, and three hours of it. */
class MeetingTest {

    private static final List<String> PEOPLE = List.of("Maria", "Tom", "Ines", "Raj", "Bo");
    private static final List<String> PARTNERS = List.of("The rollout in the Leeds warehouse stalled in March.",
            "Honestly, it has been rough. I was worried about my team for weeks.", "Yes.",
            "Right now every change goes through Dana, and she is out on Fridays.",
            "I'm not sure the budget for the scanners holds past June.", "Lena, how is it on your side?",
            "Tom, what do you make of the audit?", "The problem is that returns pile up at the dock.",
            "What we never agreed on was the", "My daughter plays in a tournament this weekend.");
    private static final List<String> LEARNERS = List.of("What changed in March?", "Did you tell them?", "Is it live?",
            "So the delay cost you more trust than money.", "You should just escalate it to Dana.", "Same here.",
            "Me too.", "I have never managed a warehouse.", "That resonates.", "Maria, what do you think about it?",
            "The same thing happened to me in Leeds in 2015. How did you handle it?", "Okay.",
            "I'm not sure our own plan holds past June.", "I'll stop there. What did I miss?",
            "How did the tournament go for your daughter?", "That sounds exhausting. How did your team take it?");
    private static final Map<String, TextSignals> READ = new HashMap<>();
    private static final TextReader READER = new TextReader();
    private static final RulesOfRulebook RULES = new RulesOfRulebook(
            new Judge(((Reading.Read) RulebookFolder.read(folder())).rulebook()));

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyOrderOfArrivalGivesTheSameObservations(@ForAll Random chance) {
        Talk talk = meeting(60, chance);
        Desk inOrder = desk();
        inOrder.hears(talk.opened("one-to-one"));
        talk.turns().forEach(inOrder::hears);
        inOrder.hears(talk.closed());
        List<TurnSpoken> shuffled = new ArrayList<>(talk.turns());
        Collections.shuffle(shuffled, chance);
        Desk desk = desk();
        desk.hears(talk.opened("one-to-one"));
        shuffled.forEach(desk::hears);
        desk.hears(talk.closed());
        desk.goesOnToTheEnd();

        assertThat(desk.standing()).isEqualTo(inOrder.standing()).isNotEmpty();
        assertThat(desk.turns).isEqualTo(inOrder.turns);
        assertThat(desk.lastWord()).isEqualTo(inOrder.lastWord());
    }

    @Example
    void theWordsOfADeepDisclosureLeaveTheConversationInNoObservation() {
        Desk desk = desk();
        Talk talk = Talk.called("deep").in("en").partner("I'm worried, my diagnosis came back last week.")
                .learner("That sounds exhausting, I'm so sorry. How are you holding up?");
        desk.hears(talk.opened("one-to-one"));
        talk.turns().forEach(desk::hears);

        assertThat(desk.standing()).extracting(BehaviourObserved::rule).contains("B14", "S02");
        assertThat(desk.standing().stream().flatMap(seen -> seen.evidence().stream()).filter(e -> e.turn() == 1))
                .isNotEmpty().allSatisfy(e -> {
                    assertThat(e.text()).isEmpty();
                    assertThat(e.focus()).isNull();
                });
        assertThat(desk.standing().stream().flatMap(seen -> seen.evidence().stream()).filter(e -> e.turn() == 2))
                .isNotEmpty().allSatisfy(e -> assertThat(e.text()).isEqualTo(talk.turn(2).text()));
    }

    /**
     * A few rules count or look for something in the whole talk, the others end where they found it: in a talk that is 28
     * times as long the same turns look at 7 times as many, some thousand glances that cost microseconds.
     */
    @Example
    void whatATurnLooksBackAtGrowsFarSlowerThanAMeeting() {
        List<SeenTurn> meeting = judged(meeting(4_000, new Random(4)));
        List<SeenTurn> recent = meeting.subList(40, 100);

        long early = lookedAt(meeting.subList(0, 100), recent);

        assertThat(early).isPositive();
        assertThat(lookedAt(meeting, recent)).isLessThan(10 * early);
    }

    /** How many turns are looked at to judge each of the later turns at the end of that talk. */
    private static long lookedAt(List<SeenTurn> before, List<SeenTurn> turns) {
        AtomicLong looked = new AtomicLong();
        for (int i = 0; i < turns.size() - 40; i++) {
            List<SeenTurn> talk = new ArrayList<>(before);
            talk.addAll(turns.subList(i, i + 40));
            SeenTurn last = turns.get(i + 40);
            talk.add(new SeenTurn(last.turn(), last.signals(), Map.of()));
            RULES.judge(new Moment(new Setting("one-to-one", null), new AbstractList<>() {
                @Override
                public SeenTurn get(int index) {
                    looked.incrementAndGet();
                    return talk.get(index);
                }

                @Override
                public int size() {
                    return talk.size();
                }
            }));
        }
        return looked.get();
    }

    private static List<SeenTurn> judged(Talk talk) {
        List<SeenTurn> turns = new ArrayList<>();
        for (TurnSpoken said : talk.turns()) {
            Turn turn = new Turn(said.turn(), said.role(), said.speaker(), said.text(), said.startMillis(),
                    said.endMillis(), null);
            TextSignals signals = read(said.text());
            turns.add(new SeenTurn(turn, signals, Map.of()));
            Moment moment = new Moment(new Setting("one-to-one", null), Collections.unmodifiableList(turns));
            turns.set(turns.size() - 1, new SeenTurn(turn, signals, RULES.judge(moment).acts()));
        }
        return turns;
    }

    private static Talk meeting(int turns, Random chance) {
        Talk talk = Talk.called("meeting").in("en");
        long millis = 0;
        for (int i = 0; i < turns; i++) {
            boolean learner = chance.nextInt(3) == 0;
            List<String> says = learner ? LEARNERS : PARTNERS;
            talk.says(learner ? Role.LEARNER : Role.PARTNER, learner ? "Lena" : PEOPLE.get(chance.nextInt(5)),
                    says.get(chance.nextInt(says.size())), millis, millis + 2_000 + chance.nextInt(3_000));
            millis += 1_500 + chance.nextInt(2_500);
        }
        return talk;
    }

    private static Desk desk() {
        return new Desk(new ConversationJudge(() -> RULES, MeetingTest::read, text -> Optional.of("en"),
                Patience.DEFAULT));
    }

    private static TextSignals read(String text) {
        return READ.computeIfAbsent(text, READER::read);
    }

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("rules/behaviours"))) {
            here = here.getParent();
        }
        return here.resolve("rules");
    }
}
