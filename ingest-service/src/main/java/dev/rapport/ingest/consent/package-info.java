/** Whether a conversation may be processed at all. */
package dev.rapport.ingest.consent;
