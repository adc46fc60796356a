/** Detection without servers: transcripts as lines of JSON in, what the rules see in them out, and how often that is right. */
package dev.rapport.rules.detection;
