/** Which rulebook is in force: read from its folder, replaced while the service runs, never by a faulty one. */
package dev.rapport.rules.release;
