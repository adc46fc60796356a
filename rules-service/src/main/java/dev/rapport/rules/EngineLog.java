package dev.rapport.rules;

import java.util.logging.Level;

import org.jboss.logmanager.LogContext;

/**
 * What libraries say while they work. Inside Quarkus its settings say what is left out; a command without Quarkus leaves out
 * nothing, and the rule engine puts a line into words for each step of each rule, a tenth of the time it takes to judge.
 */
public final class EngineLog {

    private EngineLog() {
    }

    /** For commands, before they judge: only warnings and what is worse. */
    public static void onlyWarnings() {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
    }
}
