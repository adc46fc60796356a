/** Which conversations are open, who is in them and what they are for. */
package dev.rapport.ingest.conversation;
