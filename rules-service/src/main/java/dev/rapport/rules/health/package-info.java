/** Whether the service is ready to judge. That it is alive says nothing of the broker: a restart brings none back. */
package dev.rapport.rules.health;
