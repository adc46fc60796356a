package dev.rapport.rules.topology;

import java.time.Duration;

import dev.rapport.rules.conversation.Patience;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long and how much a conversation is waited for and kept. */
@ConfigMapping(prefix = "rapport.conversations")
interface PatienceSettings {

    /** After its end, how long to wait for turns that were sent and have not arrived. */
    @WithDefault("10s")
    Duration grace();

    /** A conversation nobody closed is over after this time without a turn. */
    @WithDefault("24h")
    Duration silence();

    /** How long turns are kept after judging, so that a retry is told from a turn that came too late. */
    @WithDefault("10m")
    Duration kept();

    /** How long it is remembered that a conversation was judged. */
    @WithDefault("7d")
    Duration remembered();

    /** In turns; further ones are refused. */
    @WithDefault("20000")
    int longest();

    default Patience patience() {
        return new Patience(grace(), silence(), kept(), remembered(), longest());
    }
}
