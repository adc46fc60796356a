/** What a draft would have told whom: past conversations judged by two rulebooks, and their messages compared. */
package dev.rapport.rules.replay;
