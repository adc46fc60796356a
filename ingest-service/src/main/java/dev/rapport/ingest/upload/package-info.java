/** Takes a whole transcript in as one conversation, opened and closed. */
package dev.rapport.ingest.upload;
