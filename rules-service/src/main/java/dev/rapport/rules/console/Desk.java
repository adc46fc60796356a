package dev.rapport.rules.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;

import dev.rapport.rules.figures.Figures;
import dev.rapport.rules.figures.RuleFigures;
import dev.rapport.rules.person.Asking;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.SilencedRule;
import dev.rapport.rules.version.Version;

/** What lies before the person who asks: the versions of their tenant. */
@RequestScoped
class Desk {

    private static final int DAYS = 30;

    private final Asking asking;
    private final Rulebooks rulebooks;
    private final Figures figures;
    private final Clock clock;

    Desk(Asking asking, Rulebooks rulebooks, Figures figures, Clock clock) {
        this.asking = asking;
        this.figures = figures;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /**
     * A version as pages show it.
     *
     * @param number null for the default rulebook, which lies in a folder
     * @param live whether it was asked for as what is in force
     * @param state a word of the life cycle
     * @param why it was started; null for the default rulebook
     * @param edition what the person has before them, for saving
     * @param fared by the code of the rule
     */
    record Shown(Integer number, boolean live, String state, String why, int edition, RulebookFiles files,
            Map<String, Fared> fared) {

        public Links links() {
            return new Links(live ? null : number);
        }

        public boolean isDraft() {
            return state.equals("draft");
        }
    }

    /**
     * How a rule fared with learners.
     *
     * @param hits times it was seen
     * @param learners how many people that was
     * @param helpful percent of those who said helpful or not right; null if nobody did
     * @param disputed the others of them
     * @param aside {@code silenced} where it was stopped because it took too much work, {@code resting} where it coaches
     *        nobody because of what learners said; null where it is in force
     */
    record Fared(long hits, long learners, Integer helpful, Integer disputed, String aside) {

        static final Fared NOTHING = new Fared(0, 0, null, null, null);

        static Fared of(RuleFigures figures) {
            Double disputed = figures.disputed();
            Integer share = disputed == null ? null : (int) Math.round(disputed * 100);
            return new Fared(figures.hits(), figures.learners(), share == null ? null : 100 - share, share, null);
        }

        Fared setAside(SilencedRule silenced) {
            return new Fared(hits, learners, helpful, disputed, silenced.observes() ? "resting" : "silenced");
        }
    }

    Person person() {
        return asking.person();
    }

    Frame frame(String here) {
        return new Frame(here, person().name());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * @param version its number, or {@code live}
     * @throws dev.rapport.rules.version.Refused if there is none
     */
    Shown version(String version) {
        String tenant = person().tenant();
        if (version.equals(Links.LIVE)) {
            return rulebooks.live(tenant).map(live -> shown(live, true)).orElseGet(() -> new Shown(null, true, "live",
                    null, 0, rulebooks.defaultFiles(), fared(tenant)));
        }
        return shown(rulebooks.find(tenant, number(version)), false);
    }

    private Shown shown(Version version, boolean live) {
        return new Shown(version.number(), live, version.state().word(), version.why(), version.edition(),
                rulebooks.files(version.tenant(), version.number()), fared(version.tenant()));
    }

    /** By code, over the last days; a rule that saw nothing and is not set aside is not there. */
    private Map<String, Fared> fared(String tenant) {
        Map<String, Fared> fared = new HashMap<>();
        figures.of(tenant, today().minusDays(DAYS - 1L)).forEach((code, of) -> fared.put(code, Fared.of(of)));
        rulebooks.silenced(tenant).forEach(silenced -> fared.compute(silenced.code(),
                (code, known) -> (known == null ? Fared.NOTHING : known).setAside(silenced)));
        return fared;
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException none) {
            throw Problems.of("unknown-version", 404, "Unknown version",
                    "There is no version of that name. The list of versions says which there are.").build();
        }
    }
}
