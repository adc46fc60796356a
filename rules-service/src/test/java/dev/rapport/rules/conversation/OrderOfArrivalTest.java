package dev.rapport.rules.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What is observed in the end does not depend on when which turn came, was sent twice, or was read from the store. */
class OrderOfArrivalTest {

    @Property(tries = 300)
    void anyOrderOfArrivalGivesTheSameObservations(@ForAll("talks") Talk talk, @ForAll Random chance) {
        Desk inOrder = new Desk().hearsAll(talk);
        List<TurnSpoken> shuffled = new ArrayList<>(talk.turns());
        Collections.shuffle(shuffled, chance);

        Desk desk = new Desk();
        desk.hears(talk.opened());
        int closedAt = chance.nextInt(shuffled.size() + 1);
        for (int i = 0; i < shuffled.size(); i++) {
            if (i == closedAt) {
                desk.hears(talk.closed());
            }
            desk.hears(shuffled.get(i));
            if (chance.nextInt(3) == 0) {
                desk.hears(shuffled.get(chance.nextInt(i + 1)));
            }
            if (chance.nextInt(4) == 0) {
                desk.goesOn(5);
            }
            if (chance.nextInt(5) == 0) {
                desk.readsAgain();
            }
        }
        desk.hears(talk.closed());
        desk.goesOnToTheEnd();

        assertThat(desk.standing()).isEqualTo(inOrder.standing());
        assertThat(desk.lastWord()).isEqualTo(inOrder.lastWord());
        assertThat(desk.turns).isEqualTo(inOrder.turns);
    }

    @Property(tries = 100)
    void inOrderNothingIsEverTakenBack(@ForAll("talks") Talk talk) {
        Desk desk = new Desk().hearsAll(talk);
        assertThat(desk.toldInShort(0)).noneMatch(told -> told.startsWith("-")).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<Talk> talks() {
        Arbitrary<Said> said = Combinators.combine(Arbitraries.of(Role.values()),
                Arbitraries.of("How was it?", "Why?", "It went well.", "Mm.", "And then?",
                        "Tell me more about how that came to be.", "BREAK THE ACTS", ""),
                Arbitraries.longs().between(0, 2_000).injectNull(0.5)).as(Said::new);
        return said.list().ofMinSize(1).ofMaxSize(90).map(all -> {
            Talk talk = Talk.called("t");
            all.forEach(s -> talk.says(s.role, s.text, s.millis));
            return talk;
        });
    }

    private record Said(Role role, String text, Long millis) {
    }
}
