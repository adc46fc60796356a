/** The whole house on one laptop: broker, database and the three packaged services, and the verbs of {@code ./rapport}. */
package dev.rapport.local;
