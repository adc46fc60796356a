/** Request bodies: how much of one is taken, as what characters, and line by line. */
package dev.rapport.ingest.body;
