package dev.rapport.ingest.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Topics;
import dev.rapport.events.TurnSpoken;
import dev.rapport.ingest.broker.Broker;
import dev.rapport.ingest.broker.BrokerAway;
import dev.rapport.ingest.broker.Delivery;
import dev.rapport.ingest.problem.Fault;

/**
 * Sends turns to {@link Topics#TURNS}. A turn's event id comes from its conversation and number, so whatever is sent twice
 * is the same turn to everybody who reads it.
 */
@ApplicationScoped
public class TurnIntake {

    /** Reported at most; who sends more has another file than they think. */
    static final int MOST_REFUSED = 1_000;

    private final Broker broker;
    private final TurnMeter meter;

    @Inject
    TurnIntake(Broker broker, TurnMeter meter) {
        this.broker = broker;
        this.meter = meter;
    }

    /**
     * Sends turns that are known to be good.
     *
     * @throws BrokerAway if not all were acknowledged
     */
    public void take(String tenant, List<TurnSpoken> turns) {
        Delivery delivery = broker.delivery();
        counted(tenant, turns.size(), () -> {
            turns.forEach(turn -> delivery.send(broker.record(Topics.TURNS, turn, Map.of())));
            return delivery.acknowledged();
        });
        meter.count(tenant, TurnMeter.Outcome.ACCEPTED, turns.size());
    }

    Batch begin(ConversationOpened conversation) {
        return new Batch(conversation, broker.delivery());
    }

    private <T> T counted(String tenant, int turns, Supplier<T> sending) {
        try {
            return sending.get();
        } catch (BrokerAway away) {
            meter.count(tenant, TurnMeter.Outcome.UNDELIVERED, turns);
            throw away;
        }
    }

    /** The turns of one request, good and bad. */
    final class Batch {

        private final ConversationOpened conversation;
        private final Delivery delivery;
        private final List<Reading.Refused> refused = new ArrayList<>();
        private int accepted;

        private Batch(ConversationOpened conversation, Delivery delivery) {
            this.conversation = conversation;
            this.delivery = delivery;
        }

        /**
         * @param raw the turn as it was sent; kept in the dead-letter topic if it is refused
         * @return whether there is any point in going on
         */
        boolean add(Reading reading, Supplier<byte[]> raw) {
            return counted(conversation.tenant(), accepted, () -> {
                if (reading instanceof Reading.Taken taken) {
                    delivery.send(broker.record(Topics.TURNS, taken.turn(), Map.of()));
                    accepted++;
                } else if (reading instanceof Reading.Refused bad) {
                    delivery.send(broker.refused(Topics.TURNS, conversation.tenant(), conversation.conversation(),
                            raw.get(), reason(bad)));
                    refused.add(bad);
                }
                return refused.size() < MOST_REFUSED;
            });
        }

        /** @return what became of them, once the broker has acknowledged all */
        Tally finish() {
            counted(conversation.tenant(), accepted, delivery::acknowledged);
            meter.count(conversation.tenant(), TurnMeter.Outcome.ACCEPTED, accepted);
            meter.count(conversation.tenant(), TurnMeter.Outcome.REFUSED, refused.size());
            return new Tally(accepted, List.copyOf(refused));
        }

        private static String reason(Reading.Refused refused) {
            List<String> problems = refused.faults().stream().map(Fault::problem).toList();
            return String.join("; ", problems);
        }
    }

    record Tally(int accepted, List<Reading.Refused> refused) {
    }
}
