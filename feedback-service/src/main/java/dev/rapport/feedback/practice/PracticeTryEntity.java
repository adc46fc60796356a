package dev.rapport.feedback.practice;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.rapport.events.LineJudged.Verdict;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
@Table(name = "practice_try")
class PracticeTryEntity extends PanacheEntityBase {

    @Id
    String id;
    String tenant;
    String learner;
    String message;
    String line;
    @Column(name = "tried_at")
    Instant triedAt;
    /** Null until the rules have answered, as is all below. */
    @Enumerated(EnumType.STRING)
    Verdict verdict;
    String kinds;
    String shows;
    String because;
    String otherwise;
    @Column(name = "rulebook_version")
    String rulebookVersion;
    @Column(name = "judged_at")
    Instant judgedAt;
}
