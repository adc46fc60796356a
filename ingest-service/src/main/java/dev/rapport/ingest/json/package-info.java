/** JSON values that know where they stood, so that every fault can be told with its line and column. */
package dev.rapport.ingest.json;
