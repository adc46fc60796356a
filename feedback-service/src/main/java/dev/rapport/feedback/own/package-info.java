/** What a learner may do with everything that is kept of them: read it, take it away, delete it. */
package dev.rapport.feedback.own;
