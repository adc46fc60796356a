package dev.rapport.rules.tryout;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.version.Rulebooks;

/** Where rules are taken up to be looked at and tried, without anybody being coached by them. */
@ApplicationScoped
public class Workbench {

    private final Rulebooks rulebooks;

    /** The language models, loaded when somebody tries something for the first time. */
    private static final class Loaded {
        static final TextReader READER = new TextReader();
    }

    Workbench(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** Rules that can judge, or what is wrong with them. */
    public sealed interface Outcome {

        record Usable(Judge judge) implements Outcome {
        }

        /** @param faults at least one, sorted by place */
        record Faulty(List<Fault> faults) implements Outcome {
        }
    }

    /**
     * The texts of a version.
     *
     * @param version null for the rulebook in force
     * @throws dev.rapport.rules.version.Refused if there is no such version
     */
    public RulebookFiles files(String tenant, Integer version) {
        return version == null ? rulebooks.filesInForce(tenant) : rulebooks.files(tenant, version);
    }

    /** Reads rules and makes them ready to judge; takes milliseconds. */
    public Outcome judge(RulebookFiles files) {
        Reading reading = RulebookReader.read(files);
        return reading instanceof Reading.Refused refused
                ? new Outcome.Faulty(refused.faults())
                : new Outcome.Usable(new Judge(((Reading.Read) reading).rulebook()));
    }

    public PlayedTalk play(PastedTalk talk, Judge judge) {
        return PlayedTalk.play(talk, judge, Loaded.READER);
    }

    public TextReader reader() {
        return Loaded.READER;
    }
}
