/** The messages: composed once for each conversation, kept, and served. */
package dev.rapport.feedback.message;
