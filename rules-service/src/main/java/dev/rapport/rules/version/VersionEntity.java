package dev.rapport.rules.version;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.rapport.rules.version.State.Signed;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "rulebook_version")
class VersionEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String tenant;
    int number;
    String state;
    int edition;
    String hash;
    @Column(name = "default_hash")
    String defaultHash;
    @Column(name = "started_from")
    Integer startedFrom;
    @Column(name = "observed_as")
    String observedAs;
    String why;
    @Column(name = "started_by")
    String startedBy;
    @Column(name = "started_at")
    Instant startedAt;
    @Column(name = "changed_by")
    String changedBy;
    @Column(name = "changed_at")
    Instant changedAt;
    @Column(name = "checked_by")
    String checkedBy;
    @Column(name = "checked_at")
    Instant checkedAt;
    @Column(name = "approved_by")
    String approvedBy;
    @Column(name = "approved_at")
    Instant approvedAt;
    @Column(name = "in_force_since")
    Instant inForceSince;
    @Column(name = "retired_at")
    Instant retiredAt;

    State state() {
        Signed check = new Signed(checkedBy, checkedAt);
        Signed approval = new Signed(approvedBy, approvedAt);
        return switch (state) {
            case "draft" -> new State.Draft();
            case "checked" -> new State.Checked(check);
            case "shadow" -> new State.Shadow(check, inForceSince);
            case "approved" -> new State.Approved(check, approval);
            case "live" -> new State.Live(check, approval, inForceSince);
            case "retired" -> wasLive()
                    ? new State.Former(check, approval, inForceSince, retiredAt)
                    : new State.Retired(retiredAt);
            default -> throw new IllegalStateException("version " + id + " is " + state);
        };
    }

    /** A state that was never live leaves no time at which it was in force beside its approval. */
    private boolean wasLive() {
        return approvedBy != null && inForceSince != null;
    }

    void enter(State next) {
        state = next.word();
        inForceSince = null;
        retiredAt = null;
        if (next instanceof State.Draft) {
            check(null);
            approve(null);
        } else if (next instanceof State.Checked checked) {
            check(checked.check());
            approve(null);
        } else if (next instanceof State.Shadow shadow) {
            check(shadow.check());
            approve(null);
            inForceSince = shadow.since();
        } else if (next instanceof State.Approved approved) {
            check(approved.check());
            approve(approved.approval());
        } else if (next instanceof State.Live live) {
            check(live.check());
            approve(live.approval());
            inForceSince = live.since();
        } else if (next instanceof State.Former former) {
            check(former.check());
            approve(former.approval());
            inForceSince = former.since();
            retiredAt = former.at();
        } else if (next instanceof State.Retired retired) {
            retiredAt = retired.at();
        }
    }

    private void check(Signed by) {
        checkedBy = by == null ? null : by.person();
        checkedAt = by == null ? null : by.at();
    }

    private void approve(Signed by) {
        approvedBy = by == null ? null : by.person();
        approvedAt = by == null ? null : by.at();
    }
}
