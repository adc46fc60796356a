package dev.rapport.coaching.composition;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rapport.coaching.composition.Decision.Unsaid;
import dev.rapport.coaching.composition.NotSaid.Reason;
import dev.rapport.coaching.history.Pace;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.coaching.wording.Slot;
import dev.rapport.coaching.wording.Wordings;

/** Says why something was not said. */
final class Reasons {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Wordings wordings;
    private final HouseWording.Unsaid house;

    Reasons(Wordings wordings) {
        this.wordings = wordings;
        this.house = wordings.house().unsaid();
    }

    List<NotSaid> of(List<Unsaid> unsaid) {
        return unsaid.stream().map(this::of).toList();
    }

    private NotSaid of(Unsaid unsaid) {
        if (unsaid instanceof Unsaid.Stopped) {
            return told(unsaid, Reason.STOPPED, house.stopped().toString());
        }
        if (unsaid instanceof Unsaid.TooFew few) {
            return told(unsaid, Reason.TOO_FEW, house.tooFew().fill(
                    Map.of(Slot.TURNS, Numerals.number(few.turns()), Slot.NEEDED, Numerals.number(few.needed()))));
        }
        if (unsaid instanceof Unsaid.NotForQuoting) {
            return told(unsaid, Reason.NOT_FOR_QUOTING, house.notForQuoting().toString());
        }
        if (unsaid instanceof Unsaid.CoolingDown cooling) {
            return told(unsaid, Reason.COOL_DOWN,
                    house.coolDown().fill(Map.of(Slot.TALKS, Numerals.ordinal(cooling.talks()))));
        }
        if (unsaid instanceof Unsaid.Fading fading) {
            return told(unsaid, Reason.FADING, house.fading().fill(Map.of(Slot.PACE, words(fading.pace()), Slot.TALKS,
                    Numerals.ordinal(fading.talks()))));
        }
        if (unsaid instanceof Unsaid.WeekFull full) {
            return told(unsaid, Reason.WEEK_FULL,
                    house.weekFull().fill(Map.of(Slot.COUNT, Numerals.number(full.messages()))));
        }
        if (unsaid instanceof Unsaid.HeldOutUntil held) {
            return told(unsaid, Reason.HELD_OUT, house.heldOut().fill(Map.of(Slot.UNTIL, DAY.format(held.until()))));
        }
        return told(unsaid, Reason.ONE_IS_ENOUGH, house.oneIsEnough().toString());
    }

    private NotSaid told(Unsaid unsaid, Reason reason, String because) {
        return new NotSaid(unsaid.code(), wordings.nameOf(unsaid.code()), reason, because);
    }

    /** One talk in how many, in words. */
    static String words(Pace pace) {
        return pace == Pace.EVERY_TALK ? "every" : "every " + Numerals.ordinal(pace.talks());
    }
}
