/** What clients read when something cannot be done: RFC 9457 problem documents. */
package dev.rapport.rules.problem;
