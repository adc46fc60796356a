package dev.rapport.feedback.delivery;

/** What a channel leads to, and what follows from it. */
public enum ChannelKind {

    /** A system of the tenant; JSON, signed as Standard Webhooks says. */
    WEBHOOK(Secret.SIGNING, true, true),
    /** A system that sends e-mail; subject and text, signed likewise. */
    EMAIL_WEBHOOK(Secret.SIGNING, true, true),
    /** A Slack incoming webhook. */
    SLACK(Secret.NONE, false, true),
    /** A workflow of Microsoft Teams that takes cards. */
    TEAMS(Secret.NONE, false, true),
    /** A learning record store; Basic authentication. */
    XAPI(Secret.PASSWORD, true, false);

    /** What a channel has to know beside its address. */
    enum Secret {
        /** The address is the secret. */
        NONE,
        /** {@code whsec_} and the key. */
        SIGNING,
        /** {@code user:password}. */
        PASSWORD
    }

    private final Secret secret;
    private final boolean knowsRepeats;
    private final boolean readAtOnce;

    ChannelKind(Secret secret, boolean knowsRepeats, boolean readAtOnce) {
        this.secret = secret;
        this.knowsRepeats = knowsRepeats;
        this.readAtOnce = readAtOnce;
    }

    Secret secret() {
        return secret;
    }

    /**
     * Whether the receiver can tell that it had a message before. To one that cannot, a message whose fate is not known is
     * not sent again: it would stand there twice.
     */
    boolean knowsRepeats() {
        return knowsRepeats;
    }

    /** Whether it stands there as it is sent; a system of the tenant may show it when its learner is ready. */
    boolean isReadByLearner() {
        return readAtOnce && this != WEBHOOK;
    }

    /** Whether somebody is disturbed by it, so that quiet hours count. */
    boolean isReadAtOnce() {
        return readAtOnce;
    }

    /** Whether it leads to one place that everybody there reads, so that it may only be somebody's own. */
    boolean isARoom() {
        return secret == Secret.NONE;
    }
}
