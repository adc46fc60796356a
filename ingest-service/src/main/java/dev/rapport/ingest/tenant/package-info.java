/** Whose request it is. */
package dev.rapport.ingest.tenant;
