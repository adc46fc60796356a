/** The experiment a tenant runs: whose messages are left out, how many, and until when. */
package dev.rapport.feedback.experiment;
