/** A learner says a line again and hears what the rules see in it. */
package dev.rapport.feedback.practice;
