/** Hands events to Kafka and knows when it has them. */
package dev.rapport.ingest.broker;
