package dev.rapport.rules.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * What judging takes, by two clocks in nanoseconds, each from any start and only ever growing.
 *
 * @param worked what this thread has worked. Not the time that went by: on a busy machine, or while memory is cleaned up,
 *        that is more, and says nothing about a rule
 * @param passed what everybody else had to wait
 */
record Clocks(LongSupplier worked, LongSupplier passed) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Clocks ofTheMachine() {
        return new Clocks(
                THREADS.isCurrentThreadCpuTimeSupported() ? THREADS::getCurrentThreadCpuTime : System::nanoTime,
                System::nanoTime);
    }
}
