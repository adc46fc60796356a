package dev.rapport.feedback.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

import dev.rapport.feedback.delivery.SealingKeys.CannotOpen;
import dev.rapport.feedback.delivery.payload.Payloads;
import dev.rapport.feedback.delivery.wire.Outgoing;

/** Makes the request of a parcel: body, headers, signature. */
final class Writing {

    private final SealingKeys keys;
    private final Payloads payloads;

    Writing(SealingKeys keys, Payloads payloads) {
        this.keys = keys;
        this.payloads = payloads;
    }

    Outgoing of(Parcel parcel, Instant now) throws CannotOpen {
        URI url = URI.create(keys.open(parcel.url(), parcel.row()).value());
        Hidden secret = parcel.secret() == null ? null : keys.open(parcel.secret(), parcel.row());
        return switch (parcel.kind()) {
            case WEBHOOK -> signed(parcel, url, secret, payloads.webhook(parcel.message()), now);
            case EMAIL_WEBHOOK -> signed(parcel, url, secret, payloads.email(parcel.message()), now);
            case SLACK -> post(url, payloads.slack(parcel.message()));
            case TEAMS -> post(url, payloads.teams(parcel.message()));
            case XAPI -> statement(parcel, url, secret);
        };
    }

    private static Outgoing post(URI url, String body) {
        return new Outgoing("POST", url, headers(Map.of()), body, Set.of());
    }

    private static Outgoing signed(Parcel parcel, URI url, Hidden secret, String body, Instant now) {
        return new Outgoing("POST", url,
                headers(Map.of("webhook-id", parcel.id(), "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                        "webhook-signature", signature(secret, parcel.id(), now, body))),
                body, Set.of());
    }

    static String signature(Hidden secret, String id, Instant at, String body) {
        try {
            return new Webhook(secret.value()).sign(id, at.getEpochSecond(), body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is missing", impossible);
        }
    }

    /** Under an id of ours, so that a store has it once however often it is sent; one that has it may say 409. */
    private Outgoing statement(Parcel parcel, URI store, Hidden password) {
        String base = store.toString();
        URI url = URI.create(base + (base.endsWith("/") ? "" : "/") + "statements?statementId=" + parcel.id());
        String actor = Pseudonym.of(parcel.message().tenant() + "/" + parcel.message().learner(), parcel.salt());
        return new Outgoing("PUT", url,
                headers(Map.of("X-Experience-API-Version", "1.0.3", "Authorization",
                        "Basic " + Base64.getEncoder()
                                .encodeToString(password.value().getBytes(StandardCharsets.UTF_8)))),
                payloads.xapi(parcel.message(), UUID.fromString(parcel.id()), actor), Set.of(409));
    }

    private static Map<String, String> headers(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("Content-Type", "application/json");
        all.put("User-Agent", "Rapport/0.1 (+https://rapport.dev)");
        return all;
    }
}
