/** Invents people and what they say to each other for half a year. Knows nothing of a house. */
package dev.rapport.local.sample;
