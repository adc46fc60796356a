package dev.rapport.rules;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Tests without Quarkus are commands without Quarkus: a tenth of their time would go into lines of the log nobody reads. */
public final class QuietEngine implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        EngineLog.onlyWarnings();
    }
}
