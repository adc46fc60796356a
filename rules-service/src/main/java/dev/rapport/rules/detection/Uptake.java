package dev.rapport.rules.detection;

import dev.rapport.rules.conversation.SeenTurn;

/** How much a turn builds on what the partner said before it. Pure. */
interface Uptake {

    /**
     * @param partners the partner's last turn before {@code turn}
     * @return from 0, nothing of it, to 1
     */
    double of(SeenTurn turn, SeenTurn partners);
}
