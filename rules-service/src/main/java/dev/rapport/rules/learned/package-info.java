/** What small learned heads hear in a turn where words and grammar stop, and how they are trained. One fact for rules. */
package dev.rapport.rules.learned;
