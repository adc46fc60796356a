package dev.rapport.feedback.delivery;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.rapport.feedback.delivery.SealingKeys.CannotOpen;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;

/** Where messages are sent, by tenant and by learner. */
@ApplicationScoped
@Transactional
public class Channels {

    static final int MOST = 20;

    @Inject
    Outside outside;
    @Inject
    Deliveries deliveries;
    @Inject
    QuietHoursOf quiet;
    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * Where the messages of a learner are sent: their own channels and those of the tenant, by name, each with the hours that
     * count for this learner.
     */
    public List<ChannelView> reaching(String tenant, String learner) {
        Optional<QuietHours> own = quiet.of(tenant, learner);
        return ChannelEntity.<ChannelEntity>find(
                "tenant = ?1 and (learner is null or learner = ?2) order by learner nulls first, name", tenant, learner)
                .stream()
                .map(row -> ChannelView.of(row, row.kind.isReadAtOnce() ? own.or(row::quiet) : Optional.empty()))
                .toList();
    }

    /** Where the messages of all learners of a tenant are sent, by name. */
    public List<ChannelView> ofTenant(String tenant) {
        return of(tenant, null);
    }

    /** @param learner null for the channels of the tenant */
    List<ChannelView> of(String tenant, String learner) {
        return rows(tenant, learner).stream().map(ChannelView::of).toList();
    }

    Optional<ChannelView> find(String tenant, String learner, String name) {
        return row(tenant, learner, name).map(ChannelView::of);
    }

    List<DeliveryView> deliveries(String tenant, String learner, String name) {
        return deliveries.of(row(tenant, learner, name).orElseThrow(() -> Problems.unknownChannel(name)).id, 50);
    }

    /**
     * Adds a channel, or changes the one of that name.
     *
     * @param learner null for a channel of the tenant
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with everything that is to be mended, 409 where no key for secrets
     *         is set
     */
    ChannelView put(String tenant, String learner, String name, ChannelRequest request) {
        SealingKeys keys = outside.keys().orElseThrow(Problems::noDeliveryKey);
        Optional<ChannelEntity> before = row(tenant, learner, name);
        ChannelEntity row = before.orElseGet(() -> added(tenant, learner, name));
        String oldUrl = before.map(known -> opened(keys, known.url, known.id)).orElse(null);
        String oldSecret = before.map(known -> opened(keys, known.secret, known.id)).orElse(null);
        String url = request.url() == null ? oldUrl : request.url();
        // a secret goes nowhere it was not given for
        String secret = request.secret() == null && url != null && url.equals(oldUrl) ? oldSecret : request.secret();
        List<FieldError> errors = Validation.of(request, url, secret, learner, outside.guard());
        if (before.isPresent() && request.kind() != null && request.kind() != row.kind) {
            errors.add(new FieldError("kind", "another than before", "delete the channel, or take another name"));
        }
        if (before.isEmpty() && rows(tenant, learner).size() >= MOST) {
            errors.add(new FieldError("name", "the twenty-first channel", "delete one that is not used"));
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors.toArray(FieldError[]::new));
        }
        Instant now = now();
        row.kind = request.kind();
        row.url = keys.seal(new Hidden(url), row.id);
        row.secret = secret == null ? null : keys.seal(new Hidden(secret), row.id);
        row.host = URI.create(url).getHost();
        QuietHours hours = Validation.hours(request.quietHours(), errors).orElse(null);
        row.zone = hours == null ? null : hours.zone().getId();
        row.quietFrom = hours == null ? null : hours.from();
        row.quietTo = hours == null ? null : hours.to();
        row.enabled = request.enabled() == null || request.enabled();
        row.disabledReason = row.enabled ? null : "switched off";
        row.changedAt = now;
        row.persist();
        if (!row.enabled) {
            deliveries.giveUpWaiting(row.id, now);
        }
        return ChannelView.of(row);
    }

    /** @return whether there was one; what waits for it goes with it */
    boolean delete(String tenant, String learner, String name) {
        Optional<ChannelEntity> row = row(tenant, learner, name);
        row.ifPresent(ChannelEntity::delete);
        return row.isPresent();
    }

    void eraseThoseOf(String tenant, String learner) {
        ChannelEntity.delete("tenant = ?1 and learner = ?2", tenant, learner);
    }

    /** The channels a message of a learner goes to. */
    List<ChannelEntity> receivers(String tenant, String learner) {
        return ChannelEntity.list("tenant = ?1 and enabled and (learner is null or learner = ?2) order by id", tenant,
                learner);
    }

    void switchOff(String channel, String reason, Instant now) {
        ChannelEntity.update("enabled = false, disabledReason = ?1, changedAt = ?2 where id = ?3", reason, now,
                channel);
    }

    private ChannelEntity added(String tenant, String learner, String name) {
        ChannelEntity row = new ChannelEntity();
        row.id = UUID.randomUUID().toString();
        row.tenant = tenant;
        row.learner = learner;
        row.name = name;
        row.salt = Pseudonym.newSalt(random);
        return row;
    }

    /** Null where it is missing, or sealed by a key that is no longer here: then it has to be sent anew. */
    private static String opened(SealingKeys keys, String sealed, String row) {
        try {
            return sealed == null ? null : keys.open(sealed, row).value();
        } catch (CannotOpen lost) {
            return null;
        }
    }

    private static List<ChannelEntity> rows(String tenant, String learner) {
        return learner == null
                ? ChannelEntity.list("tenant = ?1 and learner is null order by name", tenant)
                : ChannelEntity.list("tenant = ?1 and learner = ?2 order by name", tenant, learner);
    }

    private static Optional<ChannelEntity> row(String tenant, String learner, String name) {
        return rows(tenant, learner).stream().filter(each -> each.name.equals(name)).findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
