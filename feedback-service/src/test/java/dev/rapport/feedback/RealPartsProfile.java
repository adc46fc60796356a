package dev.rapport.feedback;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The one profile of this service's tests: what a laptop runs, only quicker to notice that a part is away. */
public class RealPartsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.acquisition-timeout", "1S", "rapport.practice.patience", "0S",
                "rapport.live.tenants", "live-on", "rapport.live.heartbeat", "0.2S");
    }
}
