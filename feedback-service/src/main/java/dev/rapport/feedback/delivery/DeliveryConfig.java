package dev.rapport.feedback.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where messages may be sent, how fast, and where their links lead. */
@ConfigMapping(prefix = "rapport.delivery")
interface DeliveryConfig {

    /** Whether this replica sends. One that does not still takes messages; another sends them. */
    @WithDefault("true")
    boolean sending();

    /** Where learners read their pages, without a slash at the end; links lead there. */
    URI pages();

    /**
     * Keys for addresses and secrets in the database, each 32 bytes in Base64. The first seals, the others still open what
     * they sealed. Without one no channel can be added.
     */
    Optional<List<String>> keys();

    /** Whether addresses may begin with http. */
    @WithDefault("false")
    boolean plainHttp();

    /** Ports that may be named in addresses, e.g. 443 or 8000-8999. */
    @WithDefault("443")
    List<String> ports();

    /** Networks that may be sent to although they are not public, e.g. 10.1.2.0/24. */
    Optional<List<String>> inside();

    /** How long a receiver may take to answer. */
    @WithDefault("15S")
    Duration limit();

    /** Requests that this replica has open at once. */
    @WithDefault("64")
    int open();

    /** Requests that are open to one channel at once, over all replicas. */
    @WithDefault("2")
    int openPerChannel();
}
