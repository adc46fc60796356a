/** Whose request it is. */
package dev.rapport.feedback.tenant;
