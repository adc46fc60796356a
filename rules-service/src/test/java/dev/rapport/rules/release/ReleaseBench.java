package dev.rapport.rules.release;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import dev.rapport.events.Role;
import dev.rapport.events.RulebookReleased;
import dev.rapport.rules.EngineLog;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.signals.TextReader;

/**
 * What releases cost: memory after many of them in a row, and turns while they happen. {@code ReleaseBench RULES
 * RELEASES SECONDS}; prints what it measured and ends with 1 if a turn was lost.
 */
public final class ReleaseBench {

    private static final String TENANT = "bench";
    private static final int TURNS_A_SECOND = 2_000;
    private static final long BETWEEN_RELEASES = TimeUnit.MILLISECONDS.toNanos(250);
    private static final List<String> SAID = List.of("The rollout in the Leeds warehouse stalled in March.",
            "What changed in March?", "We had to tell eleven suppliers by hand, and it took most of the spring.",
            "Did you tell them?", "Yes, all of them, and it was exhausting for the team.", "Is it live?",
            "In two of the shops.", "That sounds exhausting. How did your team take it?",
            "Honestly, it has been rough.", "You should just escalate it to Dana.");

    private final ReleasedRules rules = new ReleasedRules(Optional::empty, (tenant, stopped) -> {
        throw new IllegalStateException("a rule was stopped: " + stopped);
    }, Clock.systemUTC());
    private final SortedMap<String, String> files;
    private int release;

    private ReleaseBench(Path folder) {
        files = RulebookFolder.contents(folder).files().texts();
    }

    public static void main(String[] args) throws InterruptedException {
        EngineLog.onlyWarnings();
        ReleaseBench bench = new ReleaseBench(Path.of(args[0]));
        bench.inARow(Integer.parseInt(args[1]));
        boolean well = bench.underLoad(Integer.parseInt(args[2]));
        System.exit(well ? 0 : 1);
    }

    /** Each says something else than the one before. */
    private void next() {
        release++;
        SortedMap<String, String> edition = new TreeMap<>(files);
        edition.replaceAll((path, text) -> path.equals("behaviours/questions.rules")
                ? text.replace("at most 60 words", "at most " + (40 + release % 50) + " words")
                : text);
        if (!rules.take(new RulebookReleased(TENANT, release, release, "h" + release, edition, null, List.of(),
                Instant.EPOCH))) {
            throw new IllegalStateException("release " + release + " was not taken");
        }
    }

    private void inARow(int releases) {
        for (int i = 0; i < 200; i++) {
            next();
        }
        long began = System.nanoTime();
        System.out.printf("before: %s%n", memory());
        for (int i = 1; i <= releases; i++) {
            next();
            if (i % (releases / 5) == 0) {
                System.out.printf("after %d releases: %s%n", i, memory());
            }
        }
        System.out.printf("%d releases, %.1f ms each%n", releases, (System.nanoTime() - began) / 1e6 / releases);
    }

    private static String memory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage).mapToLong(u -> u.getUsed()).sum() / 1e6;
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        return "heap %.1f MB, metaspace %.1f MB, %d classes".formatted(heap, metaspace, classes);
    }

    private boolean underLoad(int seconds) throws InterruptedException {
        List<Moment> moments = moments();
        Map<String, Integer> byVersion = new ConcurrentHashMap<>();
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger swaps = new AtomicInteger();
        Thread releasing = new Thread(() -> {
            while (going.get()) {
                next();
                swaps.incrementAndGet();
                LockSupport.parkNanos(BETWEEN_RELEASES);
            }
        }, "releasing");
        // as a service that has been running for a while
        for (int i = 0; i < 100_000; i++) {
            rules.of(TENANT).orElseThrow().judge(moments.get(i % moments.size()));
        }
        releasing.start();
        int turns = TURNS_A_SECOND * seconds;
        long[] took = new long[turns];
        int judged = 0;
        long gap = TimeUnit.SECONDS.toNanos(1) / TURNS_A_SECOND;
        long due = System.nanoTime();
        for (int i = 0; i < turns; i++) {
            due += gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Rules now = rules.of(TENANT).orElseThrow();
            String version = now.version();
            if (now.judge(moments.get(i % moments.size())) != null) {
                judged++;
            }
            // from when it should have begun: waiting counts
            took[i] = System.nanoTime() - due;
            byVersion.merge(version, 1, Integer::sum);
        }
        going.set(false);
        releasing.join();
        Arrays.sort(took);
        System.out.printf("%d of %d turns judged while %d releases took effect, by %d rulebooks%n", judged, turns,
                swaps.get(), byVersion.size());
        System.out.printf("p50 %.3f ms, p99 %.3f ms, p99.9 %.3f ms, longest %.3f ms%n", at(took, .5), at(took, .99),
                at(took, .999), at(took, 1));
        return judged == turns;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    private static List<Moment> moments() {
        TextReader reader = new TextReader();
        List<SeenTurn> turns = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Role role = i % 2 == 0 ? Role.PARTNER : Role.LEARNER;
            String text = SAID.get(i % SAID.size());
            turns.add(new SeenTurn(new Turn(i + 1, role, role.name(), text, null, null, null), reader.read(text),
                    new HashMap<>()));
            moments.add(new Moment(new Setting("sales-discovery", null), List.copyOf(turns)));
        }
        return moments;
    }
}
