/** Nudges a learner while a talk goes on, where their tenant has turned it on and they listen. */
package dev.rapport.feedback.live;
