package dev.rapport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.rapport.local.HouseState.Phase;

/** A house that this process runs: broker, database, the three services, each kept going until the house is closed. */
final class RunningHouse implements AutoCloseable {

    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(90);
    /** Fast starts and small heaps; one collector thread is enough where a person waits, not a crowd. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m");
    /** Half a year is long enough for the better compiler to pay. */
    private static final List<String> JVM_OF_THE_PAST = List.of("-XX:+UseSerialGC", "-Xms32m");

    private final HouseFolder folder;
    private final HouseFolder.Hold hold;
    private final Progress progress;
    private final Clock clock;
    private final Optional<Path> told;
    private final String id = UUID.randomUUID().toString();
    // a signal may close the house while it is still being opened
    private final List<Keeper> parts = new CopyOnWriteArrayList<>();
    private final List<Keeper> services = new CopyOnWriteArrayList<>();
    private final Object stateLock = new Object();
    private HouseState state;
    private boolean closed;

    private RunningHouse(HouseFolder folder, HouseFolder.Hold hold, Progress progress, Clock clock,
            Optional<Path> told) {
        this.folder = folder;
        this.hold = hold;
        this.progress = progress;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Starts a house and returns once it is ready. It is closed at the end of this JVM at the latest.
     *
     * @param passing
     *        whether it is for one call only
     * @throws Failure
     *         when another process has the folder, or a part does not start; says which and shows the end of its log
     */
    static RunningHouse start(Checkout checkout, Path rules, HouseFolder folder, boolean passing, Progress progress) {
        return start(checkout, rules, folder, passing, Optional.empty(), progress);
    }

    /**
     * The same, for a house that plays the past: nobody in it asks for messages, so they wait for each other as in an
     * installation.
     *
     * @param told
     *        the file that says what time it is; empty for a house that lives now
     */
    static RunningHouse start(Checkout checkout, Path rules, HouseFolder folder, boolean passing, Optional<Path> told,
            Progress progress) {
        var services = List.of(checkout.service("ingest-service"), checkout.service("rules-service"),
                checkout.service("feedback-service"));
        if (!Files.isDirectory(rules)) {
            throw new Failure(Exit.USAGE, "No folder of rules: " + rules);
        }
        var house = openedOnce(checkout, rules, services, folder, passing, told, progress);
        if (house.isEmpty()) {
            progress.line("another program took a port of the house meanwhile; starting again with other ports");
            house = openedOnce(checkout, rules, services, folder, passing, told, progress);
        }
        return house
                .orElseThrow(() -> new Failure(Exit.NO_HOUSE, "Other programs take the ports of the house; try again"));
    }

    /** Empty when the house has lost a port while it was starting. */
    private static Optional<RunningHouse> openedOnce(Checkout checkout, Path rules, List<PackagedService> services,
            HouseFolder folder, boolean passing, Optional<Path> told, Progress progress) {
        var hold = folder.take().orElseThrow(
                () -> new Failure(Exit.NO_HOUSE,
                        "Another house is using " + folder.path() + "; ./rapport status shows it"));
        var house = new RunningHouse(folder, hold, progress, Clock.systemUTC(), told);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "house-close"));
        try {
            house.open(checkout, rules.toAbsolutePath().normalize(), services, passing);
            return Optional.of(house);
        } catch (RuntimeException e) {
            house.close();
            if (house.hasLostAPort()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether somebody else listens where this house, which is closed, would have. */
    private boolean hasLostAPort() {
        return state() != null && !state().ports().orFree().equals(state().ports());
    }

    private void open(Checkout checkout, Path rules, List<PackagedService> packaged, boolean passing) {
        var began = clock.instant();
        HouseLog.into(folder);
        var ports = folder.state().map(HouseState::ports).orElse(Ports.PREFERRED).orFree();
        var logs = Stream.of("broker", "database", "ingest-service", "rules-service", "feedback-service");
        logs.forEach(part -> HouseLog.beginNew(folder.log(part)));
        say(new HouseState(id, Phase.STARTING, ProcessHandle.current().pid(), passing, checkout.path().toString(),
                rules.toString(), ports, Map.of(), began, 0));
        progress.line("starting the house in " + folder.path());
        parts.add(keeper(new DatabasePart(folder, ports)));
        parts.add(keeper(new BrokerPart(folder, ports)));
        sideBySide(parts, RunningHouse::startOrSayWhy);
        services.add(keeper(ingest(packaged.get(0), ports)));
        services.add(keeper(rules(packaged.get(1), ports, rules)));
        services.add(keeper(feedback(packaged.get(2), ports, rules)));
        sideBySide(services, RunningHouse::startOrSayWhy);
        var took = Duration.between(began, clock.instant());
        synchronized (stateLock) {
            say(state.ready(took.toMillis()));
        }
    }

    private ServicePart ingest(PackagedService service, Ports ports) {
        return service(service, ports, ports.ingest(), "-Xmx256m", Map.of(), Optional::empty);
    }

    private ServicePart rules(PackagedService service, Ports ports, Path rules) {
        var environment = new HashMap<>(database(ports));
        environment.put("RAPPORT_RULES_DIR", rules.toString());
        environment.put("RAPPORT_STATE_DIR", folder.streams().toString());
        // nobody else is there to take over; after a kill its own next life waits for this
        environment.put("RAPPORT_STREAMS_SESSION_TIMEOUT", "6s");
        return service(service, ports, ports.rules(), "-Xmx512m", environment, new HouseClient(ports)::unusableRules);
    }

    private ServicePart feedback(PackagedService service, Ports ports, Path rules) {
        var environment = new HashMap<>(database(ports));
        environment.put("RAPPORT_MESSAGES_DIR", rules.resolve("messages").toString());
        // whoever coaches a talk on a laptop asks for its message, also for the third of the week
        environment.put("RAPPORT_MESSAGES_PACED", String.valueOf(told.isPresent()));
        told.ifPresent(file -> environment.put("RAPPORT_CLOCK_FILE", file.toString()));
        // off, unless whoever starts the house asks for it
        Optional.ofNullable(System.getenv("RAPPORT_LIVE_TENANTS"))
                .ifPresent(tenants -> environment.put("RAPPORT_LIVE_TENANTS", tenants));
        environment.put("RAPPORT_DELIVERY_KEYS", folder.deliveryKey());
        // a receiver to try things with runs on the same laptop
        environment.put("RAPPORT_DELIVERY_PLAIN_HTTP", "true");
        environment.put("RAPPORT_DELIVERY_PORTS", "1-65535");
        environment.put("RAPPORT_DELIVERY_INSIDE", "127.0.0.0/8");
        return service(service, ports, ports.feedback(), "-Xmx256m", environment, Optional::empty);
    }

    private static Map<String, String> database(Ports ports) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + ports.database() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    private ServicePart service(PackagedService service, Ports ports, int port, String heap, Map<String, String> more,
            Supplier<Optional<String>> hindrance) {
        var environment = new HashMap<>(more);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.broker());
        var options = new ArrayList<>(told.isPresent() ? JVM_OF_THE_PAST : JVM);
        options.add(heap);
        return new ServicePart(service, "http://127.0.0.1:" + port, id, folder.log(service.name()), options,
                environment,
                SERVICE_LIMIT, hindrance);
    }

    private Keeper keeper(Part part) {
        return new Keeper(part, progress, this::runsAs, clock);
    }

    HouseState state() {
        synchronized (stateLock) {
            return state;
        }
    }

    private void runsAs(String part, OptionalLong pid) {
        synchronized (stateLock) {
            var pids = new TreeMap<>(state.pids());
            pid.ifPresentOrElse(id -> pids.put(part, id), () -> pids.remove(part));
            say(state.with(pids));
        }
    }

    private void say(HouseState next) {
        synchronized (stateLock) {
            state = next;
            folder.write(next);
        }
    }

    /** Returns when this thread is interrupted: parts are kept going by threads of their own until a signal ends it all. */
    void stay() throws InterruptedException {
        Thread.currentThread().join();
    }

    /** Ends all parts, services first, and gives the folder back. What they remember stays. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        if (state() != null) {
            say(state().in(Phase.STOPPING));
        }
        sideBySide(services, Keeper::close);
        sideBySide(parts, Keeper::close);
        if (state() != null) {
            say(state().with(Map.of()).in(Phase.DOWN));
        }
        hold.close();
    }

    private static void startOrSayWhy(Keeper keeper) {
        try {
            keeper.start();
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Failure(Exit.NO_HOUSE, e.getMessage() + "\n" + endOf(keeper.part().log()), e);
        }
    }

    private static String endOf(Path log) {
        try {
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - 15), lines.size());
            return "the end of " + log + ":\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return "see " + log;
        }
    }

    /** Does it to all at the same time; the first failure is thrown, when all are through. */
    private static void sideBySide(List<Keeper> keepers, Consumer<Keeper> what) {
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        var threads = keepers.stream().map(keeper -> new Thread(() -> {
            try {
                what.accept(keeper);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }, "house-" + keeper.part().name())).toList();
        threads.forEach(Thread::start);
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }
}
