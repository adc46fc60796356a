package dev.rapport.rules.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;

import dev.rapport.rules.person.Asking;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;

/** What lies before the person who asks: the versions of their tenant. */
@RequestScoped
class Desk {

    private final Asking asking;
    private final Rulebooks rulebooks;
    private final Clock clock;

    Desk(Asking asking, Rulebooks rulebooks, Clock clock) {
        this.asking = asking;
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
     * @param helpful percent of the reactions; null without any
     * @param disputed percent of the reactions; null without any
     */
    record Fared(long hits, long learners, Integer helpful, Integer disputed, boolean silenced) {
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
                    null, 0, rulebooks.defaultFiles(), Map.of()));
        }
        return shown(rulebooks.find(tenant, number(version)), false);
    }

    private Shown shown(Version version, boolean live) {
        return new Shown(version.number(), live, version.state().word(), version.why(), version.edition(),
                rulebooks.files(version.tenant(), version.number()), Map.of());
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
