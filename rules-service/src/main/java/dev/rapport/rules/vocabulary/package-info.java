/** The typed conditions a rule may be made of: how each is said, what it asks for, how it is decided and explained. */
package dev.rapport.rules.vocabulary;
