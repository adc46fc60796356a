package dev.rapport.feedback.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.rapport.coaching.composition.Kind;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.reflection.Reflections;
import io.micrometer.core.instrument.MeterRegistry;

/** What is to be sent, in the database: taken with the message, lent to one replica at a time, settled once. */
@ApplicationScoped
class Deliveries {

    private static final String CRASHED = "a replica ended while it was sent";
    private static final String INVITATION = "There is a talk to look back on: first what you think of it, then the message.";
    private static final String CHANNEL_OFF = "the channel was switched off";

    @Inject
    Channels channels;
    @Inject
    Learners learners;
    @Inject
    Reflections reflections;
    @Inject
    QuietHoursOf quiet;
    @Inject
    Messages messages;
    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    MeterRegistry metrics;

    /** Part of the transaction that composes the message: either both are there or neither. */
    void take(@Observes CoachingMessage composed) {
        // only what has a point is worth disturbing somebody; a word of crisis is nobody's but the learner's
        if (composed.kind() != Kind.COACHING) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (ChannelEntity channel : channels.receivers(composed.tenant(), composed.learner())) {
            DeliveryEntity row = new DeliveryEntity();
            row.id = idOf(composed.id(), channel.id).toString();
            row.tenant = composed.tenant();
            row.learner = composed.learner();
            row.message = composed.id();
            row.channel = channel.id;
            row.state = DeliveryState.WAITING;
            row.nextAt = now;
            row.createdAt = now;
            row.persist();
        }
    }

    /** The same message to the same channel has the same id, for ever. */
    static UUID idOf(String message, String channel) {
        return UUID.nameUUIDFromBytes((message + "/" + channel).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Lends what is due to whoever asks; nobody else gets it before the lease ends. What is due in quiet hours is put off.
     *
     * @param most how many at most
     * @param mostPerChannel how many of one channel may be lent at once, to all replicas together
     */
    @Transactional
    public List<Parcel> lend(Instant now, int most, int mostPerChannel, Duration lease) {
        List<DeliveryEntity> due = due(now, most, mostPerChannel);
        List<Parcel> lent = new ArrayList<>();
        for (DeliveryEntity row : due) {
            ChannelEntity channel = ChannelEntity.findById(row.channel);
            Instant allowed = channel.kind.isReadAtOnce()
                    ? quiet.of(row.tenant, row.learner).or(channel::quiet).map(hours -> hours.over(now)).orElse(now)
                    : now;
            if (!channel.enabled) {
                row.end(DeliveryState.GIVEN_UP, CHANNEL_OFF, now);
            } else if (row.lease != null && !channel.kind.knowsRepeats()) {
                row.end(DeliveryState.GIVEN_UP, CRASHED + Fate.UNKNOWN, now);
            } else if (allowed.isAfter(now)) {
                row.nextAt = allowed;
                row.lease = null;
                row.leasedUntil = null;
            } else {
                row.attempts++;
                row.lease = UUID.randomUUID().toString();
                row.leasedUntil = now.plus(lease);
                lent.add(new Parcel(row.id, row.lease, row.attempts, channel.kind, channel.id, channel.url,
                        channel.secret, channel.salt, told(row, channel)));
            }
        }
        return lent;
    }

    /** Who thinks about a talk before they are told about it is not told in a chat or e-mail either. */
    private CoachingMessage told(DeliveryEntity row, ChannelEntity channel) {
        CoachingMessage message = messages.find(row.tenant, row.message).orElseThrow();
        return channel.kind.isReadByLearner() && learners.reflectFirstSince(row.tenant, row.learner)
                .filter(message.composedAt()::isAfter).isPresent()
                && reflections.said(row.tenant, List.of(row.message)).isEmpty()
                        ? message.withoutPoints(INVITATION)
                        : message;
    }

    /**
     * Rows locked by another replica are passed over, and rows that it changed meanwhile are judged anew, so that no two
     * get the same. What is lent counts among the first of its channel: there is room for as many more.
     */
    private List<DeliveryEntity> due(Instant now, int most, int mostPerChannel) {
        List<?> rows = database.createNativeQuery("""
                select d.* from delivery d
                where d.state = 'WAITING' and d.next_at <= :now
                  and (d.leased_until is null or d.leased_until <= :now)
                  and d.id in (select id from (
                      select w.id, row_number() over (partition by w.channel
                          order by coalesce(w.leased_until > :now, false) desc, w.next_at, w.id) as place
                      from delivery w where w.state = 'WAITING' and w.next_at <= :now) places
                    where place <= :perChannel)
                order by d.next_at, d.id
                limit :most
                for update of d skip locked""", DeliveryEntity.class)
                .setParameter("now", now).setParameter("perChannel", mostPerChannel).setParameter("most", most)
                .getResultList();
        return rows.stream().map(DeliveryEntity.class::cast).toList();
    }

    /** Writes down how an attempt ended. One whose lease ended, or that was erased meanwhile, changes nothing. */
    @Transactional
    public void settle(Parcel parcel, Fate fate, Instant now) {
        metrics.counter("rapport.deliveries", "kind", parcel.kind().name(), "fate", fate.getClass().getSimpleName())
                .increment();
        DeliveryEntity row = DeliveryEntity
                .<DeliveryEntity>find("id = ?1 and lease = ?2", parcel.id(), parcel.lease()).firstResult();
        if (row == null) {
            return;
        }
        if (fate instanceof Fate.Sent sent) {
            row.lastStatus = sent.status();
            row.end(DeliveryState.SENT, null, now);
        } else if (fate instanceof Fate.Again again) {
            row.lastStatus = again.status();
            row.lastProblem = again.problem();
            row.nextAt = again.at();
            row.lease = null;
            row.leasedUntil = null;
        } else if (fate instanceof Fate.GivenUp up) {
            row.lastStatus = up.status();
            row.end(DeliveryState.GIVEN_UP, up.problem(), now);
        } else if (fate instanceof Fate.ChannelOff off) {
            row.lastStatus = off.status();
            row.end(DeliveryState.GIVEN_UP, off.problem(), now);
            channels.switchOff(row.channel, off.problem(), now);
            giveUpWaiting(row.channel, now);
        }
    }

    /** What waits for a channel that was switched off is not sent when it is switched on again: it would be old. */
    void giveUpWaiting(String channel, Instant now) {
        DeliveryEntity.update("state = ?1, lastProblem = ?2, endedAt = ?3 where channel = ?4 and state = ?5"
                + " and lease is null", DeliveryState.GIVEN_UP, CHANNEL_OFF, now, channel, DeliveryState.WAITING);
    }

    /** The newest deliveries of a channel, the newest first. */
    @Transactional
    public List<DeliveryView> of(String channel, int most) {
        return DeliveryEntity.<DeliveryEntity>find("channel = ?1 order by createdAt desc, id", channel)
                .page(0, most).list().stream().map(DeliveryView::of).toList();
    }

    List<DeliveryView> ofLearner(String tenant, String learner) {
        return DeliveryEntity.<DeliveryEntity>find("tenant = ?1 and learner = ?2 order by createdAt, id", tenant,
                learner).stream().map(DeliveryView::of).toList();
    }

    void erase(String tenant, String learner) {
        DeliveryEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }
}
