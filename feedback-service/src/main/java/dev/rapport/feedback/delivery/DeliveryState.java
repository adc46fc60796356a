package dev.rapport.feedback.delivery;

/** How far a delivery is. */
public enum DeliveryState {
    /** It will be sent, or sent again. */
    WAITING,
    /** The receiver has it. */
    SENT,
    /** It is not sent any more. */
    GIVEN_UP
}
