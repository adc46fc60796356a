/** What a learner chose: a goal, and rules to hear no more of. */
package dev.rapport.feedback.learner;
