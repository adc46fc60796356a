/** Whether the service can serve now. */
package dev.rapport.feedback.health;
