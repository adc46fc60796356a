/** Whether a learner is nudged while a talk goes on, and if not, why not. Pure; knows neither topics nor streams. */
package dev.rapport.coaching.live;
