/** What a learner has behind them, and how often they hear of a behaviour because of it. Knows nothing of wording. */
package dev.rapport.coaching.history;
