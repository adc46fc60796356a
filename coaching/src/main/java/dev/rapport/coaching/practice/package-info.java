/** When a line is worth saying again. */
package dev.rapport.coaching.practice;
