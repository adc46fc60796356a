package dev.rapport.rules.replay;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;

import dev.rapport.events.ConversationOpened;
import dev.rapport.rules.EngineLog;
import dev.rapport.rules.archive.MadeUpTalks;
import dev.rapport.rules.archive.OwnArchive;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.Sample;
import dev.rapport.rules.learned.ListeningReader;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.RulebookReader;

/**
 * How long a replay of ten thousand conversations takes, from stored signals, with a real PostgreSQL on the same machine.
 * A main class, because it takes minutes to make the conversations: {@code ReplayBench [conversations] [turns] [rules
 * folder]}. A thousand are made up; the others are copies under the names of other learners, because reading the texts
 * costs twenty times what replaying them does.
 */
public final class ReplayBench {

    private static final int DIFFERENT = 1_000;
    private static final int TALKS_OF_A_LEARNER = 20;
    private static final int THREADS = 2;

    private ReplayBench() {
    }

    public static void main(String[] arguments) throws Exception {
        EngineLog.onlyWarnings();
        // a log manager that nobody configured takes everything, and the engine has much to say of every turn
        Logger.getLogger("").setLevel(Level.INFO);
        int conversations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        Path rules = Path.of(arguments.length > 2 ? arguments[2] : "../rules");
        RulebookFiles files = RulebookFolder.contents(rules).files();
        Rulebook live = read(files);
        String questions = files.text("behaviours/questions.rules");
        String acts = files.text("acts/questions.rules");
        try (OwnArchive own = new OwnArchive()) {
            fill(own, conversations, turns);
            replay(own, "the same again", live, live);
            replay(own, "one behaviour rule asks for less", live, read(files.with("behaviours/questions.rules",
                    questions.replace("at least 3 closed questions in a row",
                            "at least 2 closed questions in a row"))));
            replay(own, "what a closed question is, is another", live, read(files.with("acts/questions.rules",
                    acts.replace("   and the turn is not an open question\n", ""))));
        }
    }

    private static void fill(OwnArchive own, int conversations, int turns) {
        long began = System.nanoTime();
        MadeUpTalks made = new MadeUpTalks(turns, TALKS_OF_A_LEARNER, new ListeningReader()::read);
        int different = Math.min(DIFFERENT, conversations);
        IntStream.range(0, different).parallel().forEach(number -> {
            PastTalk talk = made.talk(number);
            for (int copy = 0; number + copy * different < conversations; copy++) {
                own.archive().keep(named(talk, copy));
            }
        });
        System.out.printf("%d conversations of %d turns, %d of them different, made and kept in %d s%n", conversations,
                turns, different, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private static PastTalk named(PastTalk talk, int copy) {
        ConversationOpened o = talk.opened();
        return new PastTalk(new ConversationOpened(o.tenant(), o.conversation() + "-" + copy, o.learner() + "-" + copy,
                o.participants(), o.kind(), o.stage(), o.language(), o.consent(), o.startedAt()), talk.at(),
                talk.turns());
    }

    private static void replay(OwnArchive own, String what, Rulebook live, Rulebook draft)
            throws InterruptedException {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Change> changes = new ArrayList<>();
        long cpu = machine.getProcessCpuTime();
        long began = System.nanoTime();
        long[] heap = {0};
        Summary summary = new Replay(live, draft, THREADS)
                .run(own.archive().batches("local", Sample.ALL, Instant.now()), learner -> Set.of(), change -> {
                    if (changes.size() < 1_000) {
                        changes.add(change);
                    }
                }, done -> {
                    heap[0] = Math.max(heap[0], Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
                    return true;
                }).orElseThrow();
        System.out.printf("%s: %.1f s, %.1f s of this process's processor, load %.1f, most heap %d MB%n", what,
                (System.nanoTime() - began) / 1e9, (machine.getProcessCpuTime() - cpu) / 1e9,
                machine.getSystemLoadAverage(), heap[0] / 1024 / 1024);
        System.out.printf("  %d conversations, %d turns, %d learners; messages %s; a week before %s, after %s%n",
                summary.conversations(), summary.turns(), summary.learners(), summary.messages(), summary.before(),
                summary.after());
    }

    private static Rulebook read(RulebookFiles files) {
        if (RulebookReader.read(files) instanceof Reading.Read sound) {
            return sound.rulebook();
        }
        throw new IllegalStateException("the rules have faults");
    }
}
