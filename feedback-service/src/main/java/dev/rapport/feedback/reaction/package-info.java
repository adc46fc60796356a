/** What learners say of the points of a message. */
package dev.rapport.feedback.reaction;
