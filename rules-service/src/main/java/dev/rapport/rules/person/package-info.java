/** Who asks: the tenant and the person of a request. */
package dev.rapport.rules.person;
