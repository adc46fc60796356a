package dev.rapport.rules.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a rule is set aside for what learners say of it. */
@ConfigMapping(prefix = "rapport.trust")
public interface TrustSettings {

    /** A rule that is surely right less often than this coaches nobody. 0 never sets one aside. */
    @WithDefault("0.5")
    double floor();

    /** So many learners' words it takes at least. To calibrate. */
    @WithDefault("10")
    long votes();
}
