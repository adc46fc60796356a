package dev.rapport.rules;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The one profile of this service's tests: what a laptop runs, only quicker to notice that a part is away. */
public class RealPartsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.acquisition-timeout", "1S");
    }
}
