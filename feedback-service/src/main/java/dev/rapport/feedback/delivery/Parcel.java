package dev.rapport.feedback.delivery;

import dev.rapport.feedback.message.CoachingMessage;

/**
 * A delivery that this replica may send, until its lease ends.
 *
 * @param id the same however often it is sent
 * @param lease whoever settles it names it
 * @param attempts this one included
 * @param row what address and secret are sealed for
 * @param url sealed
 * @param secret sealed; null for kinds without one
 */
record Parcel(String id, String lease, int attempts, ChannelKind kind, String row, String url, String secret,
        String salt, CoachingMessage message) {

    @Override
    public String toString() {
        return "delivery " + id;
    }
}
