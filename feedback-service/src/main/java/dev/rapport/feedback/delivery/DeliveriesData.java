package dev.rapport.feedback.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.rapport.feedback.delivery.ChannelRequest.Hours;
import dev.rapport.feedback.learner.LearnersData;

/** What was sent of a learner and where to. Erased, nothing that waits is sent any more. */
@ApplicationScoped
class DeliveriesData implements LearnersData {

    @Inject
    Channels channels;
    @Inject
    Deliveries deliveries;
    @Inject
    QuietHoursOf quiet;

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public Object of(String tenant, String learner) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("channels", channels.of(tenant, learner));
        quiet.of(tenant, learner).map(Hours::of).ifPresent(hours -> all.put("quietHours", hours));
        all.put("deliveries", deliveries.ofLearner(tenant, learner));
        boolean nothing = all.values().stream().allMatch(part -> part instanceof List<?> some && some.isEmpty());
        return nothing ? List.of() : all;
    }

    @Override
    public void erase(String tenant, String learner) {
        deliveries.erase(tenant, learner);
        channels.eraseThoseOf(tenant, learner);
        quiet.drop(tenant, learner);
    }
}
