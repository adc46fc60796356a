/** The inbox: takes what rules-service tells, each event once, and starts a message when a talk is judged. */
package dev.rapport.feedback.observation;
