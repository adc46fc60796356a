package dev.rapport.local;

import java.nio.file.Path;

/** One process of the house, as it can be started again and again. */
interface Part {

    String name();

    /** Where its output goes. */
    Path log();

    /**
     * Starts it and returns once it does its work.
     *
     * @throws RuntimeException
     *         when it does not; nothing of it is left running then
     */
    Running start();

    /** A part that does its work. */
    interface Running {

        ProcessHandle process();

        /** Ends it in an orderly way, by force when that takes too long. Also tidies up after one that ended by itself. */
        void stop();
    }
}
