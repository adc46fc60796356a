package dev.rapport.feedback.team;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Test
    void somebodyIsInTheTeamOfTheirLastWordAndInNoOther() {
        List<Membership> all = List.of(member("ada", "sales", 8), member("ada", "support", 10),
                member("bo", "sales", 9));

        assertThat(Membership.in(OCTOBER.minusMonths(2), all)).isEqualTo(Map.of("sales", Set.of("ada")));
        assertThat(Membership.in(OCTOBER.minusMonths(1), all)).isEqualTo(Map.of("sales", Set.of("ada", "bo")));
        assertThat(Membership.in(OCTOBER, all)).isEqualTo(Map.of("sales", Set.of("bo"), "support", Set.of("ada")));
    }

    @Test
    void whoLeftIsInNone() {
        assertThat(Membership.in(OCTOBER, List.of(member("ada", "sales", 8), member("ada", null, 10)))).isEmpty();
    }

    @Test
    void aChangeCountsFromTheNextMonth() {
        assertThat(Membership.nextFrom(OCTOBER)).isEqualTo(YearMonth.of(2026, 11));
    }

    @Test
    void onlyMonthsThatAreOverAndSettledAreTold() {
        assertThat(Months.lastClosed(Instant.parse("2026-11-26T09:00:00Z"))).isEqualTo(OCTOBER);
        assertThat(Months.lastClosed(Instant.parse("2026-11-01T23:59:59Z"))).isEqualTo(OCTOBER.minusMonths(1));
        assertThat(Months.lastClosed(Instant.parse("2026-11-02T00:00:00Z"))).isEqualTo(OCTOBER);
        Instant now = Instant.parse("2026-11-26T09:00:00Z");
        assertThat(Months.closed("2026-10", now)).contains(OCTOBER);
        assertThat(Months.closed("2025-11", now)).contains(YearMonth.of(2025, 11));
        assertThat(Months.closed("2025-10", now)).isEmpty();
        assertThat(Months.closed("2026-11", now)).isEmpty();
        assertThat(Months.closed("October", now)).isEmpty();
    }

    private static Membership member(String learner, String team, int month) {
        return new Membership(learner, team, YearMonth.of(2026, month));
    }
}
