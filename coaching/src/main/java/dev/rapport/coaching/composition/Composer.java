package dev.rapport.coaching.composition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32;

import dev.rapport.coaching.composition.Decision.Chosen;
import dev.rapport.coaching.composition.Decision.Shortcoming;
import dev.rapport.coaching.composition.Decision.Unsaid;
import dev.rapport.coaching.experiment.HeldOut;
import dev.rapport.coaching.history.History;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.BehaviourWording.Rewrite;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.coaching.wording.Slot;
import dev.rapport.coaching.wording.Template;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;

/**
 * Composes the one message of a talk. The same talk, history and wordings make the same message; a wording differs from
 * the one the learner read the last time the behaviour came up.
 */
public final class Composer {

    private static final int MOST_NAMES = 3;

    private final Wordings wordings;
    private final HouseWording house;
    private final CoachingPolicy policy;
    private final Reasons reasons;

    public Composer(Wordings wordings) {
        this.wordings = wordings;
        this.house = wordings.house();
        this.policy = new CoachingPolicy(wordings);
        this.reasons = new Reasons(wordings);
    }

    /**
     * @param history of the learner before this talk
     * @param at when it is composed: no more than a few messages come in seven days
     */
    public Coaching compose(Talk talk, History history, Instant at) {
        return compose(talk, history, at, HeldOut.NONE);
    }

    /**
     * @param heldOut what an experiment leaves out for this learner
     */
    public Coaching compose(Talk talk, History history, Instant at, HeldOut heldOut) {
        Decision decision = policy.decide(talk, history, at, heldOut);
        String coverage = coverage(talk);
        if (decision instanceof Decision.Coach coach) {
            return coaching(talk, history, coach, coverage);
        }
        if (decision instanceof Decision.NotEnough thin) {
            return plain(talk, Kind.NOT_ENOUGH, opening(thin), house.notEnough().closing(),
                    talk.judged().notJudged().isEmpty() ? null : coverage);
        }
        if (decision instanceof Decision.Quiet quiet) {
            return quiet(talk, quiet, coverage);
        }
        if (decision instanceof Decision.CannotJudge cannot) {
            String reason = Words.printable(cannot.reason()).strip();
            String opening = house.cannotJudge().opening() + "\n"
                    + house.cannotJudge().reason().fill(Map.of(Slot.REASON, reason.isEmpty() ? "not told" : reason));
            return plain(talk, Kind.CANNOT_JUDGE, opening, house.cannotJudge().closing(), null);
        }
        return plain(talk, Kind.SUPPORT, String.join("\n", house.support()), null, null);
    }

    private Coaching coaching(Talk talk, History history, Decision.Coach coach, String coverage) {
        Point strength = coach.strength().map(c -> point(talk, history, c)).orElse(null);
        Point growth = coach.growth().map(c -> point(talk, history, c)).orElse(null);
        Point second = coach.second().map(c -> point(talk, history, c)).orElse(null);
        List<Template> openings = strength != null
                ? house.openings()
                : second == null ? house.neutralOpenings() : house.twoOpenings();
        String opening = variant(openings, talk, "opening", history.messages()).toString();
        List<Template> closings = growth == null
                ? house.strengthClosings()
                : second == null ? house.closings() : house.twoClosings();
        String closing = variant(closings, talk, "closing", history.messages()).toString();
        String text = new TerminalText(house).of(opening, strength, growth, second, closing, coverage);
        return new Coaching(Kind.COACHING, opening, strength, growth, second, closing, talk.judged().judged(),
                talk.judged().notJudged(), coverage, reasons.of(coach.unsaid()), coach.seen(), text);
    }

    /** Only where something was kept back it is a quiet message; where nothing was clear, there was not enough. */
    private Coaching quiet(Talk talk, Decision.Quiet quiet, String coverage) {
        boolean weekFull = quiet.unsaid().stream().anyMatch(Unsaid.WeekFull.class::isInstance);
        boolean heldOut = quiet.unsaid().stream().anyMatch(Unsaid.HeldOutUntil.class::isInstance);
        boolean keptBack = weekFull || heldOut || quiet.unsaid().stream().anyMatch(Composer::isSaidLately);
        String opening = keptBack
                ? house.quiet().opening() + "\n" + (weekFull
                        ? house.quiet().weekFull().fill(Map.of(Slot.COUNT, Numerals.number(house.messagesAWeek())))
                        : (heldOut ? house.quiet().heldOut() : house.quiet().saidLately()).toString())
                : house.notEnough().opening() + "\n" + house.notEnough().nothingClear();
        String closing = keptBack ? house.quiet().closing() : house.notEnough().closing();
        String shown = keptBack || !talk.judged().notJudged().isEmpty() ? coverage : null;
        return new Coaching(keptBack ? Kind.QUIET : Kind.NOT_ENOUGH, opening, null, null, null, closing,
                talk.judged().judged(), talk.judged().notJudged(), shown, reasons.of(quiet.unsaid()), quiet.seen(),
                new TerminalText(house).of(opening, null, null, null, closing, shown));
    }

    private static boolean isSaidLately(Unsaid unsaid) {
        return unsaid instanceof Unsaid.CoolingDown || unsaid instanceof Unsaid.Fading;
    }

    private Coaching plain(Talk talk, Kind kind, String opening, String closing, String coverage) {
        // of a talk with words of danger in it nothing is told but where to find help
        boolean support = kind == Kind.SUPPORT;
        String text = new TerminalText(house).of(opening, null, null, null, closing, coverage);
        return new Coaching(kind, opening, null, null, null, closing, support ? List.of() : talk.judged().judged(),
                support ? Map.of() : talk.judged().notJudged(), coverage, List.of(), null, text);
    }

    private String opening(Decision.NotEnough thin) {
        List<String> lines = new ArrayList<>(List.of(house.notEnough().opening()));
        for (Shortcoming shortcoming : thin.shortcomings()) {
            if (shortcoming instanceof Shortcoming.FewTurns few) {
                lines.add(
                        house.notEnough().fewTurns().fill(Map.of(Slot.TURNS, Numerals.number(few.turns()), Slot.NEEDED,
                                Numerals.number(few.needed()))).replace(" one times", " once"));
            } else if (shortcoming instanceof Shortcoming.UnsureWords unsure) {
                lines.add(house.notEnough().unsureWords().fill(Map.of(Slot.CONFIDENCE, percent(unsure.confidence()),
                        Slot.NEEDED, percent(unsure.needed()))));
            }
        }
        return String.join("\n", lines);
    }

    /** Rounded down, so that what is below a limit does not read as if it had reached it. */
    private static String percent(double share) {
        return Integer.toString((int) Math.floor(share * 100 + 1e-9));
    }

    private Point point(Talk talk, History history, Chosen chosen) {
        BehaviourWording wording = chosen.wording();
        int before = history.timesSaid().getOrDefault(wording.code(), 0);
        boolean sure = chosen.observation().clarity() != Clarity.UNSURE;
        String says = variant(sure ? wording.says() : wording.asks(), talk, wording.code(), before)
                .fill(Map.of(Slot.COUNT, Numerals.number(chosen.count()), Slot.TIMES, Numerals.times(chosen.count())));
        boolean grow = wording.polarity() == Polarity.GROW;
        PartnerNames names = PartnerNames.of(talk.judged().partnerNames());
        return new Point(wording.name(), wording.code(), chosen.observation().ruleVersion(),
                chosen.observation().rulebookVersion(), chosen.observation().id(), chosen.observation().clarity(),
                chosen.count(), chosen.quote(), says, wording.why(), wording.source(), chosen.shown(),
                chosen.observation().because().stream().map(b -> tidy(b, names)).toList(),
                chosen.observation().otherwise() == null ? null : tidy(chosen.observation().otherwise(), names),
                grow ? rewrite(talk, chosen, before) : null, wording.ifThen(), wording.drill());
    }

    private static String tidy(String text, PartnerNames names) {
        return names.mask(Words.printable(text)).text();
    }

    private Rewritten rewrite(Talk talk, Chosen chosen, int before) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        Optional<PartnersWords> words = chosen.partnersWords();
        words.ifPresent(w -> {
            slots.put(Slot.FOCUS, w.sentence());
            if (w.clause() != null) {
                slots.put(Slot.CLAUSE, w.clause());
            }
            if (w.thing() != null) {
                slots.put(Slot.THING, w.thing());
            }
        });
        List<Template> fitting = chosen.wording().rewrites().stream().map(Rewrite::template)
                .filter(t -> t.usesPartnersWords() == words.isPresent() && slots.keySet().containsAll(t.slots()))
                .toList();
        // a bare noun phrase as a sentence by itself sounds clipped where there is a sentence to put it in
        List<Template> around = fitting.stream().filter(t -> t.slots().contains(Slot.THING)).toList();
        if (!around.isEmpty()) {
            fitting = around;
        }
        String say = variant(fitting, talk, chosen.wording().code() + " rewrite", before).fill(slots);
        return new Rewritten(chosen.quote().text(), say, words.map(PartnersWords::said).orElse(null));
    }

    /** Steps through the variants from a place that is the learner's own, so that no two in a row are the same. */
    private static Template variant(List<Template> variants, Talk talk, String about, int before) {
        CRC32 seed = new CRC32();
        seed.update(CoachingPolicy.seed(talk, about).getBytes(StandardCharsets.UTF_8));
        return variants.get((int) Math.floorMod(seed.getValue() + before, (long) variants.size()));
    }

    private String coverage(Talk talk) {
        List<String> judged = talk.judged().judged().stream().filter(c -> wordings.of(c).isPresent()).toList();
        TreeSet<String> open = new TreeSet<>();
        talk.judged().notJudged().keySet().stream().filter(c -> wordings.of(c).isPresent()).forEach(open::add);
        String all = Integer.toString(judged.size() + open.size());
        if (judged.isEmpty() && open.isEmpty()) {
            return null;
        }
        if (open.isEmpty()) {
            return house.allJudged().fill(Map.of(Slot.ALL, all));
        }
        List<String> names = open.stream().limit(MOST_NAMES)
                .map(c -> wordings.nameOf(c).substring(0, 1).toLowerCase(Locale.ROOT)
                        + wordings.nameOf(c).substring(1))
                .toList();
        int more = open.size() - names.size();
        List<String> parts = new ArrayList<>(names);
        if (more > 0) {
            parts.add(Numerals.number(more) + " more");
        }
        // names may have commas of their own
        String last = parts.remove(parts.size() - 1);
        String listed = parts.isEmpty()
                ? last
                : String.join("; ", parts) + (parts.size() > 1 ? "; and " : " and ") + last;
        return house.notJudged().fill(Map.of(Slot.ALL, all, Slot.NAMES, listed));
    }
}
