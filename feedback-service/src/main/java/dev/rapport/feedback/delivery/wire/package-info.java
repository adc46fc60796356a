/** Sends one request to a receiver that a stranger has named: never inwards, never for long, never by way of a redirect. */
package dev.rapport.feedback.delivery.wire;
