/** Follows a topic for as long as a service runs; above all that of the releases, which every replica reads whole. */
package dev.rapport.releases;
