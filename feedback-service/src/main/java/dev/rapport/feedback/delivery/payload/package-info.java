/** What a message looks like in each kind of channel: pure functions, none of which tells the partner's name. */
package dev.rapport.feedback.delivery.payload;
