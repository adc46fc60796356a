/** The versions of a tenant's rulebook, from a draft to the one in force, and who did what to them. */
package dev.rapport.rules.version;
