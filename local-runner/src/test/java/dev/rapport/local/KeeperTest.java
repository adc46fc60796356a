package dev.rapport.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class KeeperTest {

    private final List<Process> started = new CopyOnWriteArrayList<>();
    private final List<OptionalLong> told = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger failures = new AtomicInteger();

    private final Keeper keeper = new Keeper(new Sleeper(), new Progress(new PrintStream(printed), false),
            (name, pid) -> told.add(pid), Clock.systemUTC());

    @AfterEach
    void endAll() {
        keeper.close();
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aPartThatWasKilledIsStartedAgain() {
        keeper.start();
        started.get(0).destroyForcibly();
        await().until(() -> started.size() == 2);
        await().untilAsserted(() -> assertThat(told).containsExactly(pid(0), OptionalLong.empty(), pid(1)));
        assertThat(started.get(1).isAlive()).isTrue();
    }

    @Test
    void aPartThatDoesNotComeBackAtOnceIsTriedAgain() {
        keeper.start();
        failures.set(1);
        started.get(0).destroyForcibly();
        await().until(() -> started.size() == 2);
        assertThat(printed.toString()).contains("sleeper did not start: not today; next try in 1 s");
    }

    @Test
    void aPartThatIsClosedStaysAway() {
        keeper.start();
        keeper.close();
        assertThat(started).hasSize(1);
        assertThat(started.get(0).isAlive()).isFalse();
        assertThat(told).containsExactly(pid(0));
    }

    @Test
    void aPartThatCannotStartTheFirstTimeIsNotTriedAgain() {
        failures.set(1);
        assertThatThrownBy(keeper::start).hasMessage("not today");
        assertThat(started).isEmpty();
    }

    private OptionalLong pid(int which) {
        return OptionalLong.of(started.get(which).pid());
    }

    private final class Sleeper implements Part {

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public Path log() {
            return Path.of("sleeper.log");
        }

        @Override
        public Running start() {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not today");
            }
            var process = sleep();
            started.add(process);
            return new Running() {

                @Override
                public ProcessHandle process() {
                    return process.toHandle();
                }

                @Override
                public void stop() {
                    process.destroyForcibly().onExit().join();
                }
            };
        }

        private static Process sleep() {
            try {
                return new ProcessBuilder("sleep", "60").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
