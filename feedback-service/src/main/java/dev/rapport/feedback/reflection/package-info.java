/** What learners think of a talk before they read what we think of it. Nobody else reads it. */
package dev.rapport.feedback.reflection;
