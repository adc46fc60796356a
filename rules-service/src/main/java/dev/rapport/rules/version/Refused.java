package dev.rapport.rules.version;

/** Something was not done to a rulebook; the transaction it was asked in is rolled back. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    Refused(Refusal refusal) {
        super(refusal.words());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
