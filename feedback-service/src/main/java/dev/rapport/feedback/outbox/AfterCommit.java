package dev.rapport.feedback.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something once the transaction has committed. */
record AfterCommit(Runnable what) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // only the end counts
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            what.run();
        }
    }
}
