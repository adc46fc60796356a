package dev.rapport.feedback.delivery;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.rapport.feedback.delivery.payload.Payloads;
import dev.rapport.feedback.delivery.wire.AddressGuard;
import dev.rapport.feedback.delivery.wire.Network;
import dev.rapport.feedback.delivery.wire.PortRange;

/** What the settings say about the world outside; a setting that is none stops the service as it starts. */
@Singleton
class Outside {

    private final AddressGuard guard;
    private final Optional<SealingKeys> keys;
    private final Payloads payloads;

    @Inject
    Outside(DeliveryConfig config) {
        guard = new AddressGuard(config.plainHttp(), config.ports().stream().map(PortRange::of).toList(),
                config.inside().orElse(List.of()).stream().map(Network::of).toList());
        keys = config.keys().filter(some -> !some.isEmpty()).map(SealingKeys::new);
        payloads = new Payloads(config.pages());
    }

    AddressGuard guard() {
        return guard;
    }

    /** Empty where none is set: then there are no channels. */
    Optional<SealingKeys> keys() {
        return keys;
    }

    Payloads payloads() {
        return payloads;
    }
}
