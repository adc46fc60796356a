/**
 * A real Kafka broker and a real PostgreSQL, embedded or in containers, that never outlive the process that started them.
 */
package dev.rapport.parts;
