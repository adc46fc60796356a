/** What the services say to each other: records, topic names and their CloudEvents headers. Nothing else, ever. */
package dev.rapport.events;
