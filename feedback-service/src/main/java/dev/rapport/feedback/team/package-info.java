/**
 * What a team's leader and a works council may see: figures of whole groups for whole months, each told once, and none from
 * which one person could be worked out.
 */
package dev.rapport.feedback.team;
