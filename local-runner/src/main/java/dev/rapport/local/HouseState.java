package dev.rapport.local;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What {@code house.json} says about a house.
 *
 * @param id
 *        of this run; its services say it with every answer, so that nobody takes another program for them
 * @param phase
 *        what it is doing
 * @param launcher
 *        process id of the launcher
 * @param passing
 *        whether it was started for one call and ends with it
 * @param home
 *        the checkout whose packaged services it runs
 * @param rules
 *        the folder of rules it reads
 * @param ports
 *        where its parts listen; remembered for the next start
 * @param pids
 *        process ids by part, of those that run
 * @param readyAfterMillis
 *        from start to ready, 0 before that
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HouseState(String id, Phase phase, long launcher, boolean passing, String home, String rules, Ports ports,
        Map<String, Long> pids, Instant startedAt, long readyAfterMillis) {

    enum Phase {
        STARTING, READY, STOPPING, DOWN
    }

    HouseState in(Phase next) {
        return new HouseState(id, next, launcher, passing, home, rules, ports, pids, startedAt, readyAfterMillis);
    }

    HouseState with(Map<String, Long> running) {
        return new HouseState(id, phase, launcher, passing, home, rules, ports, Map.copyOf(running), startedAt,
                readyAfterMillis);
    }

    HouseState ready(long afterMillis) {
        return new HouseState(id, Phase.READY, launcher, passing, home, rules, ports, pids, startedAt, afterMillis);
    }
}
