package dev.rapport.rules.topology;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import dev.rapport.events.Topics;
import dev.rapport.rules.conversation.ConversationJudge;
import dev.rapport.rules.release.RulesInForce;
import dev.rapport.rules.signals.LanguageGuess;
import dev.rapport.rules.signals.TextReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the stream going: it begins when there is a rulebook, a broker and its topics, and begins anew after a failure. A
 * stream that failed cannot be started again, so each attempt makes a new one.
 */
@ApplicationScoped
public class JudgingStream {

    private static final Logger LOG = Logger.getLogger(JudgingStream.class);

    private static final Set<String> NEEDED = Set.of(Topics.TURNS, Topics.OBSERVATIONS,
            Topics.deadLetter(Topics.TURNS), Topics.RULEBOOKS, Topics.SHADOW);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** For one answer of the broker. */
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration GOODBYE = Duration.ofSeconds(8);

    private final StreamSettings settings;
    private final PatienceSettings patience;
    private final Config config;
    private final RulesInForce rules;
    private final MeterRegistry registry;
    private final Thread keeper = new Thread(this::keepGoing, "stream-keeper");
    private volatile boolean ending;
    private volatile boolean running;
    private volatile String state = "has not begun";

    JudgingStream(StreamSettings settings, PatienceSettings patience, Config config, RulesInForce rules,
            MeterRegistry registry) {
        this.settings = settings;
        this.patience = patience;
        this.config = config;
        this.rules = rules;
        this.registry = registry;
        keeper.setDaemon(true);
    }

    void begin(@Observes StartupEvent started) {
        keeper.start();
    }

    @PreDestroy
    void end() throws InterruptedException {
        ending = true;
        keeper.interrupt();
        keeper.join(GOODBYE.toMillis() + 2_000);
    }

    /** Whether turns that come now are judged. */
    public boolean isRunning() {
        return running;
    }

    /** What it is doing or waiting for, in words. */
    public String state() {
        return state;
    }

    private void now(boolean judging, String words) {
        if (!words.equals(state)) {
            LOG.infof("the stream %s", words);
        }
        running = judging;
        state = words;
    }

    private void keepGoing() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!ending) {
                long began = System.nanoTime();
                try {
                    attempt();
                } catch (KafkaException | ExecutionException away) {
                    now(false, "waits for the broker");
                    LOG.debug("the broker does not answer", away);
                } catch (RuntimeException | LinkageError failed) {
                    now(false, "failed and begins again soon");
                    LOG.error("the stream failed", failed);
                }
                boolean wentWell = System.nanoTime() - began > TimeUnit.MINUTES.toNanos(1);
                Thread.sleep(pause.toMillis());
                pause = wentWell ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        now(false, "has ended");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void attempt() throws InterruptedException, ExecutionException {
        while (rules.rules().isEmpty()) {
            now(false, "waits for a rulebook without faults");
            Thread.sleep(FIRST_PAUSE.toMillis());
        }
        try (Admin admin = Admin.create(StreamProperties.admin(config, ANSWER))) {
            Set<String> missing = missingTopics(admin);
            while (!missing.isEmpty()) {
                now(false, "waits for topics: " + String.join(", ", missing));
                Thread.sleep(LOOK.toMillis());
                missing = missingTopics(admin);
            }
            while (!rules.knowsReleases()) {
                now(false, "waits for the tenants' rulebooks");
                Thread.sleep(FIRST_PAUSE.toMillis());
            }
            run(admin);
        }
    }

    private static Set<String> missingTopics(Admin admin) throws InterruptedException, ExecutionException {
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeAll(admin.listTopics().names().get());
        return missing;
    }

    private void run(Admin admin) throws InterruptedException {
        TextReader reader = new TextReader();
        ConversationJudge judge = new ConversationJudge(
                (String tenant) -> rules.rules(tenant).orElseThrow(), reader::read,
                LanguageGuess::of, patience.patience());
        Tally tally = new Tally(registry);
        KafkaStreams streams = new KafkaStreams(
                JudgingTopology.of(() -> new JudgingProcessor(judge, tally, settings.turnsInMemory(), rules::shadow)),
                StreamProperties.stream(config, settings));
        try {
            streams.setUncaughtExceptionHandler(failed -> {
                LOG.error("the stream stops and begins anew", failed);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            while (!ending) {
                KafkaStreams.State now = streams.state();
                if (now.hasCompletedShutdown() || now.isShuttingDown()) {
                    now(false, "stopped and begins anew");
                    return;
                }
                if (!answers(admin)) {
                    now(false, "waits for the broker");
                } else if (now == KafkaStreams.State.RUNNING) {
                    now(true, "is running");
                } else {
                    now(false, "takes over partitions");
                }
                Thread.sleep(running ? LOOK.toMillis() : FIRST_PAUSE.toMillis());
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            streams.close(GOODBYE);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get();
            return true;
        } catch (ExecutionException away) {
            return false;
        }
    }
}
