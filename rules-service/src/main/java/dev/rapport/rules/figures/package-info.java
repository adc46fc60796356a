/** What became of each rule: how often it saw something, and what learners said of that. Counts only, no words. */
package dev.rapport.rules.figures;
