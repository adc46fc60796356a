package dev.rapport.rules.version;

import java.time.Instant;
import java.util.SortedSet;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.rapport.rules.version.State.Signed;

/**
 * A version as clients see it.
 *
 * @param state draft, checked, shadow, approved, live or retired
 * @param checkedBy and the like: absent where the state has none
 * @param inForceSince of a live version or one in the shadow; of one that was live, when it last became so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(int number, String state, int edition, String hash, String defaultHash, Integer startedFrom,
        String observedAs, String why, String startedBy, Instant startedAt, String changedBy, Instant changedAt,
        SortedSet<String> authors, String checkedBy, Instant checkedAt, String approvedBy, Instant approvedAt,
        Instant inForceSince, Instant retiredAt, boolean canBeRolledBackTo) {

    static VersionView of(Version version) {
        State state = version.state();
        Signed check = null;
        Signed approval = null;
        Instant since = null;
        Instant retired = null;
        if (state instanceof State.Checked checked) {
            check = checked.check();
        } else if (state instanceof State.Shadow shadow) {
            check = shadow.check();
            since = shadow.since();
        } else if (state instanceof State.Approved approved) {
            check = approved.check();
            approval = approved.approval();
        } else if (state instanceof State.Live live) {
            check = live.check();
            approval = live.approval();
            since = live.since();
        } else if (state instanceof State.Former former) {
            check = former.check();
            approval = former.approval();
            since = former.since();
            retired = former.at();
        } else if (state instanceof State.Retired put) {
            retired = put.at();
        }
        return new VersionView(version.number(), state.word(), version.edition(), version.hash(),
                version.defaultHash(), version.startedFrom(), version.observedAs(), version.why(),
                version.started().person(), version.started().at(), version.changed().person(),
                version.changed().at(), version.authors(), person(check), at(check), person(approval), at(approval),
                since, retired, state instanceof State.Former);
    }

    private static String person(Signed signed) {
        return signed == null ? null : signed.person();
    }

    private static Instant at(Signed signed) {
        return signed == null ? null : signed.at();
    }
}
