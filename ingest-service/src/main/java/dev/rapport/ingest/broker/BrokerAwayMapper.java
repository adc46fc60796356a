package dev.rapport.ingest.broker;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

import dev.rapport.ingest.problem.ProblemType;

/**
 * Tells the caller when to come again. Not through the base class of the problem library: it logs each 503 with a stack
 * trace, and a broker that is away gives thousands.
 */
@Provider
class BrokerAwayMapper implements ExceptionMapper<BrokerAway> {

    private static final Logger LOG = Logger.getLogger(BrokerAwayMapper.class);

    @Inject
    BrokerConfig config;

    @Override
    public Response toResponse(BrokerAway away) {
        LOG.warnf("%s: %s", away.getMessage(), away.getCause() == null ? "" : away.getCause().getMessage());
        return ProblemType.BROKER_AWAY
                .told("The broker did not acknowledge in time. Send the same again: turns that did arrive are known by"
                        + " their number and are not doubled.")
                .withHeader("Retry-After", Math.max(1, config.retryAfter().toSeconds())).build().toResponse();
    }
}
